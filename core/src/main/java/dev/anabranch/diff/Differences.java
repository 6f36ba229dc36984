package dev.anabranch.diff;

import dev.anabranch.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects differences in the order in which people read them. For one thread. */
final class Differences {

  private final List<SchemaDifference> all = new ArrayList<>();

  List<SchemaDifference> all() {
    return List.copyOf(all);
  }

  void missing(Subject subject, List<Operation> mending) {
    add(SchemaDifference.Kind.MISSING, subject, Optional.empty(), mending);
  }

  void unexpected(Subject subject, List<Operation> mending) {
    add(SchemaDifference.Kind.UNEXPECTED, subject, Optional.empty(), mending);
  }

  /** Adds a difference for each change, all of them mended in one way. */
  void changed(Subject subject, List<Change> changes, List<Operation> mending) {
    changes.forEach(change -> changed(subject, change, mending));
  }

  void changed(Subject subject, Change change, List<Operation> mending) {
    add(SchemaDifference.Kind.CHANGED, subject, Optional.of(change), mending);
  }

  private void add(
      SchemaDifference.Kind kind,
      Subject subject,
      Optional<Change> change,
      List<Operation> mending) {
    all.add(new SchemaDifference(kind, subject, change, MendingOrder.of(mending)));
  }
}
