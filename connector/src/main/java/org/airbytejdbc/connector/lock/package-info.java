/** Connectors that must stay what they were: what is written down of them, and compared. */
@NullMarked
package org.airbytejdbc.connector.lock;

import org.jspecify.annotations.NullMarked;
