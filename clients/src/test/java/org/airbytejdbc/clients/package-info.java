/**
 * The driver jar in the hands of its clients: each is driven as its users drive it, on a connector
 * from PyPI and on an awkward one, and has to show the right rows.
 */
@NullMarked
package org.airbytejdbc.clients;

import org.jspecify.annotations.NullMarked;
