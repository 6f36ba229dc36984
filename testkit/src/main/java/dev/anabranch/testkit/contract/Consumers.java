package dev.anabranch.testkit.contract;

import dev.anabranch.migration.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects bodies of revisions: lambdas find their type here. */
final class Consumers {

  private final List<Consumer<Operations>> bodies = new ArrayList<>();

  Consumers with(Consumer<Operations> body) {
    bodies.add(body);
    return this;
  }

  List<Consumer<Operations>> all() {
    return List.copyOf(bodies);
  }
}
