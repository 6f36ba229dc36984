package dev.anabranch.testkit.verify;

import dev.anabranch.dialect.Dialects;
import dev.anabranch.history.StateTableNames;
import dev.anabranch.schema.NamingConvention;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What is verified, and how. Immutable. */
public final class VerificationOptions {

  /** How many rows a table gets unless somebody says otherwise. */
  public static final int DEFAULT_ROWS = 20;

  /** What rows are made from unless somebody says otherwise. */
  public static final long DEFAULT_SEED = 1;

  private final int rows;
  private final long seed;
  private final LossPolicy losses;
  private final Set<String> revisions;
  private final List<String> allowedHeads;
  private final List<RevisionCheck> checks;
  private final List<HandWrittenRows> handWrittenRows;
  private final Set<VerificationCheck> leftOut;
  private final NamingConvention naming;
  private final String versionTable;
  private final ClassLoader classLoader;
  private final Dialects dialects;

  private VerificationOptions(Builder builder) {
    this.rows = builder.rows;
    this.seed = builder.seed;
    this.losses = builder.losses;
    this.revisions = Collections.unmodifiableSet(new LinkedHashSet<>(builder.revisions));
    this.allowedHeads = List.copyOf(builder.allowedHeads);
    this.checks = List.copyOf(builder.checks);
    this.handWrittenRows = List.copyOf(builder.handWrittenRows);
    this.leftOut = Collections.unmodifiableSet(new LinkedHashSet<>(builder.leftOut));
    this.naming = builder.naming;
    this.versionTable = builder.versionTable;
    this.classLoader = builder.classLoader;
    this.dialects = Dialects.load(builder.classLoader);
  }

  /** Returns a builder with everything as by default. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the options that nobody has changed: every revision, with 20 rows a table. */
  public static VerificationOptions standard() {
    return builder().build();
  }

  /** Returns how many rows a table is filled with; 0 for the structure alone. */
  public int rows() {
    return rows;
  }

  /** Returns whether tables are filled. */
  public boolean hasRows() {
    return rows > 0;
  }

  /** Returns what rows are made from. */
  public long seed() {
    return seed;
  }

  /** Returns what becomes of undeclared losses. */
  public LossPolicy losses() {
    return losses;
  }

  /** Returns the ids of the revisions to verify; empty for all. */
  public Set<String> revisions() {
    return revisions;
  }

  /** Returns whether a revision is to be verified. */
  public boolean includes(String revision) {
    return revisions.isEmpty() || revisions.contains(revision);
  }

  /** Returns whether every revision is to be verified. */
  public boolean includesAll() {
    return revisions.isEmpty();
  }

  /** Returns target expressions for the heads that are allowed; empty for one, whichever. */
  public List<String> allowedHeads() {
    return allowedHeads;
  }

  /** Returns the checks of the user's own. */
  public List<RevisionCheck> checks() {
    return checks;
  }

  /** Returns the rows that users have written. */
  public List<HandWrittenRows> handWrittenRows() {
    return handWrittenRows;
  }

  /** Returns whether a check is made. */
  public boolean makes(VerificationCheck check) {
    return !leftOut.contains(check);
  }

  /** Returns how constraints and indexes are named that have no name. */
  public NamingConvention naming() {
    return naming;
  }

  /** Returns the configured name of the version table. */
  public String versionTable() {
    return versionTable;
  }

  /** Returns where dialects and drivers are looked up. */
  public ClassLoader classLoader() {
    return classLoader;
  }

  /** Returns the products there, looked up once for all scratch databases. */
  Dialects dialects() {
    return dialects;
  }

  /** Collects options. For one thread. */
  public static final class Builder {
    private int rows = DEFAULT_ROWS;
    private long seed = DEFAULT_SEED;
    private LossPolicy losses = LossPolicy.DECLARED;
    private final Set<String> revisions = new LinkedHashSet<>();
    private final List<String> allowedHeads = new ArrayList<>();
    private final List<RevisionCheck> checks = new ArrayList<>();
    private final List<HandWrittenRows> handWrittenRows = new ArrayList<>();
    private final Set<VerificationCheck> leftOut = EnumSet.noneOf(VerificationCheck.class);
    private NamingConvention naming = NamingConvention.standard();
    private String versionTable = StateTableNames.DEFAULT_VERSION_TABLE;
    private ClassLoader classLoader = defaultClassLoader();

    private Builder() {}

    private static ClassLoader defaultClassLoader() {
      ClassLoader context = Thread.currentThread().getContextClassLoader();
      return context != null ? context : VerificationOptions.class.getClassLoader();
    }

    /**
     * Sets how many rows a table is filled with.
     *
     * @param rows 0 for the structure alone
     * @throws IllegalArgumentException if it is negative
     */
    public Builder rows(int rows) {
      if (rows < 0) {
        throw new IllegalArgumentException("the number of rows must not be negative: " + rows);
      }
      this.rows = rows;
      return this;
    }

    /** Sets what rows are made from. */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /** Sets what becomes of undeclared losses; by default they fail. */
    public Builder losses(LossPolicy losses) {
      this.losses = Objects.requireNonNull(losses, "losses");
      return this;
    }

    /** Adds revisions to verify, by their ids; without any, all are. */
    public Builder revisions(Collection<String> ids) {
      revisions.addAll(ids);
      return this;
    }

    /**
     * Allows some heads instead of one.
     *
     * @param targets target expressions, such as {@code billing@head}, or {@code heads} for any
     */
    public Builder allowedHeads(Collection<String> targets) {
      allowedHeads.addAll(targets);
      return this;
    }

    /** Adds a check of the user's own. */
    public Builder check(RevisionCheck check) {
      checks.add(Objects.requireNonNull(check, "check"));
      return this;
    }

    /** Adds rows that a user has written. */
    public Builder handWrittenRows(Collection<HandWrittenRows> rows) {
      handWrittenRows.addAll(rows);
      return this;
    }

    /** Leaves a check out. */
    public Builder without(VerificationCheck check) {
      leftOut.add(Objects.requireNonNull(check, "check"));
      return this;
    }

    /** Sets how constraints and indexes are named that have no name. */
    public Builder naming(NamingConvention naming) {
      this.naming = Objects.requireNonNull(naming, "naming");
      return this;
    }

    /** Sets the name of the version table. */
    public Builder versionTable(String name) {
      this.versionTable = Objects.requireNonNull(name, "name");
      return this;
    }

    /** Sets where dialects and drivers are looked up; by default the context class loader. */
    public Builder classLoader(ClassLoader classLoader) {
      this.classLoader = Objects.requireNonNull(classLoader, "classLoader");
      return this;
    }

    /** Returns the options. */
    public VerificationOptions build() {
      return new VerificationOptions(this);
    }
  }
}
