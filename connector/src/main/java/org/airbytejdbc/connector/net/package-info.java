/** How this process reaches the network. */
@NullMarked
package org.airbytejdbc.connector.net;

import org.jspecify.annotations.NullMarked;
