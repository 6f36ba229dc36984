package dev.anabranch.testkit.confluence;

import dev.anabranch.dialect.Dialect;
import dev.anabranch.engine.MigrationFailedException;
import dev.anabranch.error.AnabranchException;
import dev.anabranch.schema.Table;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.server.TestServer;
import dev.anabranch.testkit.verify.ScratchState;
import dev.anabranch.testkit.verify.VerificationOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings scratch databases to where branches part and applies revisions from there. One database
 * walks on from place to place; where the server can copy, each order begins with a copy of it. For
 * one thread.
 */
final class Arena implements AutoCloseable {

  private final TestServer server;
  private final RevisionScripts scripts;
  private final VerificationOptions options;
  private @Nullable ScratchState walking;
  private int databases;

  Arena(TestServer server, RevisionScripts scripts, VerificationOptions options) {
    this.server = server;
    this.scripts = scripts;
    this.options = options;
  }

  /** Returns the product and release. */
  Dialect dialect() {
    return walkTo(List.of()).dialect();
  }

  /** Returns how many databases were made. */
  int databases() {
    return databases;
  }

  /**
   * Opens the place where just some revisions are applied, with rows if the options ask for them.
   *
   * @param below the revisions, in the order of running
   * @throws AnabranchException if they cannot be applied
   */
  Place at(List<String> below) {
    return new Place(below, walkTo(below).keep().orElse(null));
  }

  private ScratchState walkTo(List<String> below) {
    ScratchState there = walking;
    if (there == null || !new HashSet<>(below).containsAll(there.applied())) {
      discard();
      there = ScratchState.create(server, scripts, options);
      databases++;
      walking = there;
    }
    List<String> missing = new ArrayList<>(below);
    missing.removeAll(there.applied());
    try {
      there.upgrade(missing);
    } catch (AnabranchException e) {
      discard();
      throw e;
    }
    return there;
  }

  private void discard() {
    ScratchState there = walking;
    walking = null;
    if (there != null) {
      there.close();
    }
  }

  @Override
  public void close() {
    discard();
  }

  /** A state from which orders are applied. */
  final class Place implements AutoCloseable {
    private final List<String> below;
    private final ScratchState.@Nullable Kept kept;
    private final Map<List<String>, Outcome> outcomes = new HashMap<>();

    private Place(List<String> below, ScratchState.@Nullable Kept kept) {
      this.below = List.copyOf(below);
      this.kept = kept;
    }

    private ScratchState open() {
      databases++;
      ScratchState state =
          kept != null ? kept.restore() : ScratchState.create(server, scripts, options);
      try {
        if (kept == null) {
          state.upgrade(below);
        }
        // The seed makes the same rows each time.
        state.fill();
        return state;
      } catch (RuntimeException e) {
        state.close();
        throw e;
      }
    }

    /**
     * Applies revisions in an order, unless that was done before, and reads what they lead to.
     *
     * @param tables which tables' rows are read, the same ones each time for one order
     */
    Outcome run(Route route, Predicate<Table> tables) {
      return outcomes.computeIfAbsent(route.ids(), any -> again(route, tables)).as(route);
    }

    /** Applies revisions in an order and reads what they lead to. */
    Outcome again(Route route, Predicate<Table> tables) {
      try (ScratchState database = open()) {
        Optional<Outcome> failure = upgrade(database, route);
        if (failure.isPresent()) {
          return failure.get();
        }
        List<Table> read =
            Stream.concat(database.schema().tables().stream(), database.storedViews().stream())
                .filter(tables)
                .toList();
        return Outcome.of(route, new Outcome.Result(database.schema(), database.rows(read)));
      }
    }

    private Optional<Outcome> upgrade(ScratchState database, Route route) {
      try {
        database.upgrade(route.ids());
        return Optional.empty();
      } catch (MigrationFailedException e) {
        return Optional.of(failed(route, e.step().revision().id(), e));
      } catch (AnabranchException e) {
        return Optional.of(oneByOne(route, e));
      }
    }

    // What cannot even be planned does not say where.
    private Outcome oneByOne(Route route, AnabranchException first) {
      try (ScratchState database = open()) {
        for (String id : route.ids()) {
          try {
            database.upgrade(List.of(id));
          } catch (AnabranchException e) {
            return failed(route, id, e);
          }
        }
      }
      return failed(route, route.ids().get(0), first);
    }

    private Outcome failed(Route route, String id, AnabranchException error) {
      String message = error.problem().strip().replaceAll("\\s+", " ");
      return Outcome.failed(route, new Outcome.Failure(id, route.ids().indexOf(id), message));
    }

    @Override
    public void close() {
      if (kept != null) {
        kept.close();
      }
    }
  }
}
