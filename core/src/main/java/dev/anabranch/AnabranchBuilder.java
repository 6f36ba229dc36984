package dev.anabranch;

import dev.anabranch.engine.ConnectionSource;
import dev.anabranch.engine.DataSourceConnections;
import dev.anabranch.engine.DriverConnections;
import dev.anabranch.engine.EngineSettings.Author;
import dev.anabranch.engine.JdbcUrl;
import dev.anabranch.engine.MigrationListener;
import dev.anabranch.engine.TransactionScope;
import dev.anabranch.history.StateTableNames;
import dev.anabranch.schema.NamingConvention;
import dev.anabranch.script.ScriptLocation;
import dev.anabranch.script.ScriptOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Collects what an {@link Anabranch} works with. For one thread. */
public final class AnabranchBuilder {

  private static final Duration DEFAULT_LOCK_TIMEOUT = Duration.ofSeconds(60);

  private @Nullable String url;
  private @Nullable String user;
  private @Nullable String password;
  private @Nullable DataSource dataSource;
  private @Nullable String dialect;
  private @Nullable ScriptOptions scripts;
  private final List<String> locations = new ArrayList<>();
  private Path baseDirectory = Path.of("");
  private ClassLoader classLoader = defaultClassLoader();
  private String versionTable = StateTableNames.DEFAULT_VERSION_TABLE;
  private TransactionScope transactionScope = TransactionScope.REVISION;
  private Duration lockTimeout = DEFAULT_LOCK_TIMEOUT;
  private MigrationListener listener = MigrationListener.NONE;
  private @Nullable String operator;
  private NamingConvention naming = NamingConvention.standard();

  AnabranchBuilder() {}

  private static ClassLoader defaultClassLoader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context != null ? context : AnabranchBuilder.class.getClassLoader();
  }

  /** Sets the JDBC URL of the database; instead of a data source. */
  public AnabranchBuilder url(String jdbcUrl) {
    this.url = Objects.requireNonNull(jdbcUrl, "jdbcUrl");
    return this;
  }

  /** Sets the database user that goes with the URL. */
  public AnabranchBuilder user(String user) {
    this.user = Objects.requireNonNull(user, "user");
    return this;
  }

  /** Sets the password that goes with the URL. */
  public AnabranchBuilder password(String password) {
    this.password = Objects.requireNonNull(password, "password");
    return this;
  }

  /**
   * Sets the data source of the database; a run takes two connections from it, one of them for the
   * lock.
   */
  public AnabranchBuilder dataSource(DataSource dataSource) {
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    return this;
  }

  /**
   * Sets the product that scripts are written for, such as {@code postgresql}; by default the URL
   * tells.
   */
  public AnabranchBuilder dialect(String name) {
    this.dialect = Objects.requireNonNull(name, "name");
    return this;
  }

  /**
   * Adds places where revision files stand: folders, relative to the base directory, or {@code
   * classpath:} locations.
   *
   * @param locations at least one
   */
  public AnabranchBuilder locations(String... locations) {
    this.locations.addAll(List.of(locations));
    return this;
  }

  /** Sets where revision files stand, with all options; instead of {@link #locations}. */
  public AnabranchBuilder scripts(ScriptOptions options) {
    this.scripts = Objects.requireNonNull(options, "options");
    return this;
  }

  /** Sets the folder that relative locations start from; by default the working directory. */
  public AnabranchBuilder baseDirectory(Path directory) {
    this.baseDirectory = Objects.requireNonNull(directory, "directory");
    return this;
  }

  /**
   * Sets where dialects, drivers and class path locations are looked up; by default the thread's
   * context class loader.
   */
  public AnabranchBuilder classLoader(ClassLoader classLoader) {
    this.classLoader = Objects.requireNonNull(classLoader, "classLoader");
    return this;
  }

  /**
   * Sets the version table, {@code table} or {@code schema.table}; by default {@code
   * anabranch_version}.
   */
  public AnabranchBuilder versionTable(String name) {
    this.versionTable = Objects.requireNonNull(name, "name");
    return this;
  }

  /** Sets how much runs in one transaction; by default one revision. */
  public AnabranchBuilder transactionScope(TransactionScope scope) {
    this.transactionScope = Objects.requireNonNull(scope, "scope");
    return this;
  }

  /**
   * Sets how long a run waits for another one to end; by default 60 seconds, zero for not at all.
   */
  public AnabranchBuilder lockTimeout(Duration timeout) {
    if (timeout.isNegative()) {
      throw new IllegalArgumentException("the lock timeout must not be negative: " + timeout);
    }
    this.lockTimeout = timeout;
    return this;
  }

  /** Sets who hears what runs do. */
  public AnabranchBuilder listener(MigrationListener listener) {
    this.listener = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /**
   * Sets who is written into the history table; by default the operating system's user and host.
   */
  public AnabranchBuilder operator(String operator) {
    this.operator = Objects.requireNonNull(operator, "operator");
    return this;
  }

  /** Sets how constraints and indexes of operations are named that have no name. */
  public AnabranchBuilder namingConvention(NamingConvention naming) {
    this.naming = Objects.requireNonNull(naming, "naming");
    return this;
  }

  /**
   * Returns an object that works with what was set; nothing is opened or read yet.
   *
   * @throws IllegalStateException if both a URL and a data source, or no place of revision files,
   *     are set
   */
  public Anabranch build() {
    if (url != null && dataSource != null) {
      throw new IllegalStateException("Set either a URL or a data source, not both.");
    }
    if (scripts == null && locations.isEmpty()) {
      throw new IllegalStateException("Set at least one location of revision files.");
    }
    return new Anabranch(copy());
  }

  // What is built must not change with a builder that is used again.
  private AnabranchBuilder copy() {
    AnabranchBuilder copy = new AnabranchBuilder();
    copy.url = url;
    copy.user = user;
    copy.password = password;
    copy.dataSource = dataSource;
    copy.dialect = dialect;
    copy.scripts = scripts;
    copy.locations.addAll(locations);
    copy.naming = naming;
    copy.baseDirectory = baseDirectory;
    copy.classLoader = classLoader;
    copy.versionTable = versionTable;
    copy.transactionScope = transactionScope;
    copy.lockTimeout = lockTimeout;
    copy.listener = listener;
    copy.operator = operator;
    return copy;
  }

  Optional<ConnectionSource> connections() {
    if (dataSource != null) {
      return Optional.of(new DataSourceConnections(dataSource));
    }
    return Optional.ofNullable(url)
        .map(
            text ->
                new DriverConnections(
                    new JdbcUrl(text),
                    Optional.ofNullable(user),
                    Optional.ofNullable(password),
                    classLoader));
  }

  Optional<String> dialect() {
    return Optional.ofNullable(dialect);
  }

  ScriptOptions scriptOptions() {
    return scripts != null
        ? scripts
        : ScriptOptions.of(
            locations.stream().map(text -> ScriptLocation.parse(text, baseDirectory)).toList());
  }

  ClassLoader classLoader() {
    return classLoader;
  }

  String versionTable() {
    return versionTable;
  }

  NamingConvention namingConvention() {
    return naming;
  }

  TransactionScope transactionScope() {
    return transactionScope;
  }

  Duration lockTimeout() {
    return lockTimeout;
  }

  MigrationListener listener() {
    return listener;
  }

  Author author() {
    String who = operator != null ? operator : System.getProperty("user.name", "?") + "@" + host();
    return new Author(who, "anabranch " + Version.TEXT);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "?";
    }
  }
}
