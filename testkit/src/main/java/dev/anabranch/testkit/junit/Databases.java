package dev.anabranch.testkit.junit;

import dev.anabranch.testkit.server.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The databases of one class or test, each at a place of its own. */
final class Databases {

  private final Map<Object, TestDatabase> byPlace = new LinkedHashMap<>();
  private final List<AutoCloseable> first = new ArrayList<>();

  /** Returns the database at a place, made now if it is not there. */
  synchronized TestDatabase at(Object place, Function<Object, TestDatabase> create) {
    // Not computeIfAbsent: making one takes long and may fail.
    TestDatabase database = byPlace.get(place);
    if (database == null) {
      database = create.apply(place);
      byPlace.put(place, database);
    }
    return database;
  }

  /** Has something closed before the databases are. */
  synchronized void closeBefore(AutoCloseable closeable) {
    first.add(closeable);
  }

  /** Closes all of them also when one cannot be closed. */
  synchronized void closeAll() {
    List<AutoCloseable> open = new ArrayList<>(first);
    open.addAll(byPlace.values());
    first.clear();
    byPlace.clear();
    @Nullable RuntimeException failure = null;
    for (AutoCloseable closeable : open) {
      try {
        closeable.close();
      } catch (RuntimeException e) {
        failure = with(failure, e);
      } catch (Exception e) {
        failure = with(failure, new IllegalStateException("cannot close " + closeable, e));
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static RuntimeException with(@Nullable RuntimeException failure, RuntimeException next) {
    if (failure == null) {
      return next;
    }
    failure.addSuppressed(next);
    return failure;
  }
}
