package org.airbytejdbc.connector;

import org.airbytejdbc.connector.protocol.LogMessage;

/** Tells two listeners, one after the other. */
record HeardByBoth(ConnectorListener first, ConnectorListener second) implements ConnectorListener {
  @Override
  public void log(String connector, LogMessage message) {
    first.log(connector, message);
    second.log(connector, message);
  }

  @Override
  public void configChanged(String connector, String config) {
    first.configChanged(connector, config);
    second.configChanged(connector, config);
  }

  @Override
  public void preparing(String connector, String step) {
    first.preparing(connector, step);
    second.preparing(connector, step);
  }

  @Override
  public void warned(String connector, String warning) {
    first.warned(connector, warning);
    second.warned(connector, warning);
  }
}
