package org.airbytejdbc.driver.command;

/** Shows nothing. */
final class NoProgress implements ProgressDisplay {
  @Override
  public void close() {}
}
