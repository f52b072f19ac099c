/** Connectors for tests: real processes that speak the Airbyte protocol, well or badly. */
@NullMarked
package org.airbytejdbc.testing;

import org.jspecify.annotations.NullMarked;
