/** Connectors as owned processes: started, listened to, ended with their whole tree. */
@NullMarked
package org.airbytejdbc.connector.launch;

import org.jspecify.annotations.NullMarked;
