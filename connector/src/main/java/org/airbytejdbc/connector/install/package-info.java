/** Connectors from PyPI, each in a Python environment of its own. */
@NullMarked
package org.airbytejdbc.connector.install;

import org.jspecify.annotations.NullMarked;
