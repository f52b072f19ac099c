package org.airbytejdbc.connector.protocol;

/** The answer to discover. */
public record CatalogMessage(AirbyteCatalog catalog) implements Message {}
