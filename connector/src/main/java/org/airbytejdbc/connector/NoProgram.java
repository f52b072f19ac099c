package org.airbytejdbc.connector;

import java.util.Optional;

/** The first of all ways, once it is known that it leads nowhere. */
record NoProgram(String name) implements Attempt {
  @Override
  public String what() {
    return "executable";
  }

  @Override
  public Optional<Connector> ready() {
    return Optional.empty();
  }

  @Override
  public Offer offer(RunOptions options) {
    return new Offer.Passed(outlook());
  }

  @Override
  public String outlook() {
    return "no program " + name + " is on the PATH";
  }
}
