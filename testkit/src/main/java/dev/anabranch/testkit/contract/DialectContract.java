package dev.anabranch.testkit.contract;

import dev.anabranch.Anabranch;
import dev.anabranch.AnabranchBuilder;
import dev.anabranch.dialect.Dialect;
import dev.anabranch.dialect.DialectProvider;
import dev.anabranch.dialect.Dialects;
import dev.anabranch.dialect.ServerFault;
import dev.anabranch.history.JournalEntry;
import dev.anabranch.testkit.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the topics of the contract share: an empty database, a folder for revision files, and short
 * words for looking at both.
 *
 * <p>A class that extends a topic stands below one with {@link
 * dev.anabranch.testkit.junit.RequiresServer}, which provides the database.
 */
@ExtendWith(ContractCount.class)
public abstract class DialectContract {

  private @Nullable TestDatabase database;
  private @Nullable RevisionFiles revisions;
  private @Nullable ContractProduct product;

  /** For topics of the contract, and for tests of one product that want the same words. */
  protected DialectContract() {}

  @BeforeEach
  void open(TestDatabase fresh, @TempDir Path folder) {
    database = fresh;
    revisions = new RevisionFiles(folder);
    product =
        ServiceLoader.load(ContractProduct.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(each -> each.name().equals(fresh.product()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("no ContractProduct named " + fresh.product()));
  }

  /** Returns the database of this test, empty at first. */
  protected final TestDatabase database() {
    return present(database);
  }

  /** Returns what is particular to the product. */
  protected final ContractProduct product() {
    return present(product);
  }

  /** Returns the revision files of this test, none at first. */
  protected final RevisionFiles revisions() {
    return present(revisions);
  }

  private static <T> T present(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("no test is running");
    }
    return value;
  }

  /** Returns a builder for this database and these files. */
  protected final AnabranchBuilder builder() {
    return Anabranch.builder()
        .url(database().url())
        .user(database().user())
        .password(database().password())
        .baseDirectory(revisions().project())
        .locations("revisions")
        .operator("contract")
        .lockTimeout(Duration.ofSeconds(30));
  }

  /** Returns the front door as the files are now: they are read once for each. */
  protected final Anabranch anabranch() {
    return builder().build();
  }

  /** Returns the dialect's plug. */
  protected final DialectProvider provider() {
    return Dialects.load(DialectContract.class.getClassLoader()).named(product().name());
  }

  /** Asks the server for its dialect. */
  protected final Dialect dialect() {
    try (Connection connection = database().connect()) {
      return provider().dialect(connection);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the first column of a query as text. */
  protected final List<String> query(String sql) {
    try (Connection connection = database().connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (result.next()) {
        values.add(String.valueOf(result.getString(1)));
      }
      return values;
    } catch (SQLException e) {
      throw new AssertionError("cannot run " + sql, e);
    }
  }

  /** Returns how many rows a table has; empty if there is no such table. */
  protected final OptionalInt count(String table) {
    try (Connection connection = database().connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      result.next();
      return OptionalInt.of(result.getInt(1));
    } catch (SQLException e) {
      if (provider().errors().classify(e) == ServerFault.MISSING_OBJECT) {
        return OptionalInt.empty();
      }
      throw new AssertionError(e);
    }
  }

  /** Returns whether there is such a table. */
  protected final boolean has(String table) {
    return count(table).isPresent();
  }

  /** Returns the version rows, sorted. */
  protected final List<String> rows() {
    List<String> rows = new ArrayList<>(query("SELECT version_num FROM anabranch_version"));
    Collections.sort(rows);
    return rows;
  }

  /** Returns the history, oldest first, as lines such as {@code upgrade a1 done 2 of 2}. */
  protected final List<String> history() {
    List<String> lines = new ArrayList<>();
    for (JournalEntry entry : anabranch().journal(10_000)) {
      lines.add(
          entry.action().text()
              + " "
              + entry.revision()
              + " "
              + entry.outcome().text()
              + " "
              + entry.progress());
    }
    Collections.reverse(lines);
    return lines;
  }

  /** Returns the server's error behind an exception. */
  protected static SQLException serverErrorOf(Throwable e) {
    if (e.getCause() instanceof SQLException cause) {
      return cause;
    }
    throw new AssertionError("no error of the server behind it", e);
  }

  /** Waits until a statement with this word in it is running. */
  protected final void awaitRunning(String marker) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!product().isRunning(database(), marker)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("no statement with \"" + marker + "\" runs after 30 s");
      }
    }
  }

  /**
   * Writes the revision {@code id}, which creates a table of that name with columns id and note.
   */
  protected final void writeTable(String id, String... parents) {
    revisions()
        .revision(id, parents)
        .upgrade("CREATE TABLE " + id + " (id INTEGER NOT NULL PRIMARY KEY, note VARCHAR(20))")
        .downgrade("DROP TABLE " + id)
        .write();
  }
}
