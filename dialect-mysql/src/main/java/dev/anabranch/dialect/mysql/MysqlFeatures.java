package dev.anabranch.dialect.mysql;

import dev.anabranch.dialect.Capability;
import dev.anabranch.dialect.mysql.MysqlServer.Product;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a release of MySQL or MariaDB can do. Here product and release become features, and nowhere
 * else.
 *
 * <p>Of MySQL 8.0 the third number counts as well, because much came within that series. Where it
 * is not known, as for an offline script, the release is taken for one of 2021 or newer (8.0.23).
 *
 * @param all the features
 */
record MysqlFeatures(Set<MysqlFeature> all) {

  private static final Pattern PATCH = Pattern.compile("(?:5\\.5\\.5-)?\\d+\\.\\d+\\.(\\d+)");

  private static final int EXPRESSIONS = 13;
  private static final int CHECKS = 16;
  private static final int INVISIBLE_COLUMNS = 23;

  /** Copies the set. */
  MysqlFeatures {
    Objects.requireNonNull(all, "all");
    EnumSet<MysqlFeature> copy = EnumSet.noneOf(MysqlFeature.class);
    copy.addAll(all);
    all = Collections.unmodifiableSet(copy);
  }

  /** Returns the features of a server. */
  static MysqlFeatures of(MysqlServer server) {
    return new MysqlFeatures(server.product() == Product.MARIADB ? mariadb(server) : mysql(server));
  }

  // MariaDB Knowledge Base, "UUID Data Type" and "Descending indexes".
  private static Set<MysqlFeature> mariadb(MysqlServer server) {
    EnumSet<MysqlFeature> features =
        EnumSet.of(
            MysqlFeature.IF_EXISTS_EVERYWHERE,
            MysqlFeature.SEQUENCES,
            MysqlFeature.IGNORED_INDEXES,
            MysqlFeature.EXPRESSION_DEFAULTS,
            MysqlFeature.CONSTANT_TEXT_DEFAULTS,
            MysqlFeature.CHECKS,
            MysqlFeature.CHECKS_OF_COLUMNS,
            MysqlFeature.INVISIBLE_COLUMNS,
            MysqlFeature.SYSTEM_VERSIONING,
            MysqlFeature.PAGE_OPTIONS,
            MysqlFeature.REF_SYSTEM_ID,
            MysqlFeature.CATALOGUE_SHOWS_SQL,
            MysqlFeature.CATALOGUE_SHOWS_VIEW_ALGORITHM);
    if (server.version().isAtLeast(10, 7)) {
      features.add(MysqlFeature.UUID_TYPE);
    }
    if (server.version().isAtLeast(10, 8)) {
      features.add(MysqlFeature.DESCENDING_INDEXES);
    }
    if (server.version().isAtLeast(11, 4)) {
      features.add(MysqlFeature.PERIODS);
    }
    return features;
  }

  // MySQL 8.0 Reference Manual, 11.6 "Data Type Default Values", 13.1.15 "CREATE INDEX Statement",
  // 13.1.20.6 "CHECK Constraints", 13.1.20.10 "Invisible Columns".
  private static Set<MysqlFeature> mysql(MysqlServer server) {
    EnumSet<MysqlFeature> features =
        EnumSet.of(
            MysqlFeature.JSON_TYPE,
            MysqlFeature.STATISTICS_EXPIRE,
            MysqlFeature.DESCENDING_INDEXES,
            MysqlFeature.NOT_NULL_COMPUTED);
    if (isAtLeast(server, EXPRESSIONS)) {
      features.add(MysqlFeature.EXPRESSION_DEFAULTS);
      features.add(MysqlFeature.EXPRESSION_INDEXES);
    }
    if (isAtLeast(server, CHECKS)) {
      features.add(MysqlFeature.CHECKS);
      features.add(MysqlFeature.DROP_CHECK);
      features.add(MysqlFeature.UNENFORCED_CHECKS);
    }
    if (isAtLeast(server, INVISIBLE_COLUMNS)) {
      features.add(MysqlFeature.INVISIBLE_COLUMNS);
    }
    return features;
  }

  private static boolean isAtLeast(MysqlServer server, int patchOf80) {
    if (server.version().isAtLeast(8, 1)) {
      return true;
    }
    Matcher patch = PATCH.matcher(server.version().text());
    return !patch.lookingAt() || Integer.parseInt(patch.group(1)) >= patchOf80;
  }

  /** Returns whether the release has a feature. */
  boolean has(MysqlFeature feature) {
    return all.contains(feature);
  }

  /** Returns what the release can do, as others ask for it. */
  Set<Capability> capabilities() {
    EnumSet<Capability> capabilities =
        EnumSet.of(
            Capability.LOCK_HOLDER,
            Capability.IF_EXISTS,
            Capability.SCHEMAS,
            Capability.TIME_OF_DAY,
            Capability.STORED_COLUMNS,
            Capability.VIRTUAL_COLUMNS,
            Capability.ALTER_IDENTITY,
            Capability.ON_UPDATE,
            Capability.RENAME_INDEX,
            Capability.INDEX_PREFIXES,
            Capability.INVISIBLE_INDEXES,
            Capability.ONLINE_INDEXES,
            Capability.EMPTY_TEXT);
    if (has(MysqlFeature.SEQUENCES)) {
      capabilities.add(Capability.SEQUENCES);
      capabilities.add(Capability.RENAME_SEQUENCE);
      capabilities.add(Capability.SEQUENCE_COMMENTS);
    }
    if (has(MysqlFeature.EXPRESSION_INDEXES)) {
      capabilities.add(Capability.EXPRESSION_INDEXES);
    }
    return Collections.unmodifiableSet(capabilities);
  }
}
