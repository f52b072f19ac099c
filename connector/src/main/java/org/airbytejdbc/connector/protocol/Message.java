package org.airbytejdbc.connector.protocol;

/** One message of the Airbyte protocol. Types that this version does not know are left out. */
public sealed interface Message
    permits RecordMessage,
        StateMessage,
        LogMessage,
        TraceMessage,
        SpecMessage,
        ConnectionStatus,
        CatalogMessage,
        ControlMessage {}
