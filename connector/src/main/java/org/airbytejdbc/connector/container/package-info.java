/**
 * Connectors as containers of any engine that speaks Docker's API.
 *
 * <p>A {@link ContainerLauncher} finds the engine ({@code EngineAddress}), gets the image ({@code
 * ImageSupply}) and starts a {@code ContainerProgram}. Nothing of it is loaded before a connector
 * is to be run as a container.
 */
@NullMarked
package org.airbytejdbc.connector.container;

import org.jspecify.annotations.NullMarked;
