package org.airbytejdbc.declarative.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which names a template sets itself and which it needs from its scope. A name that is first set
 * within a branch is needed too, as the branch may not be taken.
 */
final class Names {
  private record Block(Set<String> set, boolean branch) {}

  private final Set<String> needed = new LinkedHashSet<>();
  private final Deque<Block> blocks = new ArrayDeque<>();

  Names() {
    enter(false);
  }

  void enter(boolean branch) {
    blocks.push(new Block(new HashSet<>(), branch));
  }

  void leave() {
    blocks.pop();
  }

  /** Whether the template sets the name; if not, its scope has to have it, or the globals. */
  boolean isLocal(String name) {
    return blocks.stream().anyMatch(block -> block.set.contains(name));
  }

  void use(String name) {
    refuse(name);
    if (!isLocal(name) && !Macros.ALL.containsKey(name)) {
      needed.add(name);
    }
  }

  void set(String name) {
    refuse(name);
    if (blocks.element().branch && !isLocal(name)) {
      needed.add(name);
    }
    blocks.element().set.add(name);
  }

  /** What the CDK once offered. */
  private static void refuse(String name) {
    if (name.equals("stream_state")) {
      throw ExpressionException.syntax(
          "stream_state is no longer supported, use stream_interval instead,");
    }
  }

  String[] needed() {
    return needed.toArray(String[]::new);
  }
}
