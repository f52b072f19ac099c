package org.airbytejdbc.connector.protocol;

/** The answer to spec. */
public record SpecMessage(ConnectorSpecification specification) implements Message {}
