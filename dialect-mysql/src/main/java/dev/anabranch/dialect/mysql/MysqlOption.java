package dev.anabranch.dialect.mysql;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.RawSql;
import dev.anabranch.sql.SqlLiteral;
import dev.anabranch.sql.SqlWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What only MySQL and MariaDB know of a table, column, index or view. The keys are the servers' own
 * words in small letters (MySQL 8.0 Reference Manual, 13.1.20 "CREATE TABLE Statement"; MariaDB
 * Knowledge Base, "CREATE TABLE"), in the order in which they are written.
 */
enum MysqlOption {
  /** The storage engine. */
  ENGINE(Owner.TABLE, "ENGINE", Form.WORD),
  /** The character set of columns that say none. */
  CHARSET(Owner.TABLE, "DEFAULT CHARACTER SET", Form.WORD),
  /** The collation of columns that say none. */
  COLLATE(Owner.TABLE, "COLLATE", Form.WORD),
  /** How rows are kept. */
  ROW_FORMAT(Owner.TABLE, "ROW_FORMAT", Form.WORD),
  /** The size of a page in kilobytes. */
  KEY_BLOCK_SIZE(Owner.TABLE, "KEY_BLOCK_SIZE", Form.NUMBER),
  /** The first number of the column that counts by itself. */
  AUTO_INCREMENT(Owner.TABLE, "AUTO_INCREMENT", Form.NUMBER),
  /** An estimate for MyISAM. */
  AVG_ROW_LENGTH(Owner.TABLE, "AVG_ROW_LENGTH", Form.NUMBER),
  /** An estimate for MyISAM. */
  MIN_ROWS(Owner.TABLE, "MIN_ROWS", Form.NUMBER),
  /** An estimate for MyISAM. */
  MAX_ROWS(Owner.TABLE, "MAX_ROWS", Form.NUMBER),
  /** Whether MyISAM packs keys. */
  PACK_KEYS(Owner.TABLE, "PACK_KEYS", Form.WORD),
  /** Whether MyISAM keeps a checksum. */
  CHECKSUM(Owner.TABLE, "CHECKSUM", Form.NUMBER),
  /** Whether MyISAM writes keys when the table is closed. */
  DELAY_KEY_WRITE(Owner.TABLE, "DELAY_KEY_WRITE", Form.NUMBER),
  /** Whether statistics survive a restart. */
  STATS_PERSISTENT(Owner.TABLE, "STATS_PERSISTENT", Form.WORD),
  /** Whether statistics are renewed by themselves. */
  STATS_AUTO_RECALC(Owner.TABLE, "STATS_AUTO_RECALC", Form.WORD),
  /** How many pages are read for statistics. */
  STATS_SAMPLE_PAGES(Owner.TABLE, "STATS_SAMPLE_PAGES", Form.WORD),
  /** How MySQL compresses pages. */
  COMPRESSION(Owner.TABLE, "COMPRESSION", Form.TEXT),
  /** Whether MySQL encrypts the table. */
  ENCRYPTION(Owner.TABLE, "ENCRYPTION", Form.TEXT),
  /** The tablespace of MySQL in which the table stands. */
  TABLESPACE(Owner.TABLE, "TABLESPACE", Form.NAME),
  /** Whether MariaDB compresses pages. */
  PAGE_COMPRESSED(Owner.TABLE, "PAGE_COMPRESSED", Form.NUMBER),
  /** How much MariaDB compresses pages. */
  PAGE_COMPRESSION_LEVEL(Owner.TABLE, "PAGE_COMPRESSION_LEVEL", Form.NUMBER),
  /** Whether Aria keeps checksums of pages. */
  PAGE_CHECKSUM(Owner.TABLE, "PAGE_CHECKSUM", Form.NUMBER),
  /** Whether Aria survives a crash. */
  TRANSACTIONAL(Owner.TABLE, "TRANSACTIONAL", Form.NUMBER),
  /** Whether MariaDB encrypts the table. */
  ENCRYPTED(Owner.TABLE, "ENCRYPTED", Form.WORD),
  /** The key with which MariaDB encrypts the table. */
  ENCRYPTION_KEY_ID(Owner.TABLE, "ENCRYPTION_KEY_ID", Form.NUMBER),
  /** With {@code true}: MariaDB keeps the history of the rows. */
  SYSTEM_VERSIONING(Owner.TABLE, "WITH SYSTEM VERSIONING", Form.FLAG),

  /** The character set of the column. */
  COLUMN_CHARSET(Owner.COLUMN, "CHARACTER SET", Form.WORD),
  /** With {@code current_timestamp}: the column gets the moment of each update of its row. */
  ON_UPDATE(Owner.COLUMN, "ON UPDATE", Form.MOMENT),
  /** With {@code invisible}: {@code SELECT *} passes the column over. */
  VISIBILITY(Owner.COLUMN, "INVISIBLE", Form.INVISIBLE),
  /** With {@code false}: MariaDB keeps no history of the column. */
  COLUMN_SYSTEM_VERSIONING(Owner.COLUMN, "WITHOUT SYSTEM VERSIONING", Form.WITHOUT),

  /** What people should know of the index. */
  INDEX_COMMENT(Owner.INDEX, "COMMENT", Form.TEXT),
  /** What cuts the texts of a full-text index into words. */
  PARSER(Owner.INDEX, "WITH PARSER", Form.NAME),
  /** The size of a key's block. */
  INDEX_KEY_BLOCK_SIZE(Owner.INDEX, "KEY_BLOCK_SIZE", Form.NUMBER),

  /** How the server computes a view. */
  ALGORITHM(Owner.VIEW, "ALGORITHM", Form.WORD),
  /** With whose rights a view is read. */
  SQL_SECURITY(Owner.VIEW, "SQL SECURITY", Form.WORD),
  /** Which rows may be written through a view: {@code local} or {@code cascaded}. */
  CHECK_OPTION(Owner.VIEW, "CHECK OPTION", Form.WORD);

  /** What has options. */
  enum Owner {
    /** A table. */
    TABLE,
    /** A column. */
    COLUMN,
    /** An index. */
    INDEX,
    /** A view. */
    VIEW,
    /** What has none. */
    NOTHING
  }

  /** How a value is written. */
  enum Form {
    /** A word of the language or a name of the server's. */
    WORD("[A-Za-z0-9_]{1,64}", "a word of letters, digits and underscores"),
    /** A whole number. */
    NUMBER("[0-9]{1,20}", "a whole number"),
    /** A text. */
    TEXT("(?s).*", "a text"),
    /** A name. */
    NAME("(?s).+", "a name"),
    /** Words that are there or not. */
    FLAG("true", "true"),
    /** Words that say that something is not. */
    WITHOUT("false", "false"),
    /** The present moment. */
    MOMENT("(?i)current_timestamp", "current_timestamp"),
    /** That a column is not seen. */
    INVISIBLE("invisible", "invisible");

    private final String pattern;
    private final String allowed;

    Form(String pattern, String allowed) {
      this.pattern = pattern;
      this.allowed = allowed;
    }
  }

  private static final Set<MysqlOption> OF_MYSQL = Set.of(COMPRESSION, ENCRYPTION, TABLESPACE);

  private static final Set<MysqlOption> OF_MARIADB =
      Set.of(
          PAGE_COMPRESSED,
          PAGE_COMPRESSION_LEVEL,
          PAGE_CHECKSUM,
          TRANSACTIONAL,
          ENCRYPTED,
          ENCRYPTION_KEY_ID,
          SYSTEM_VERSIONING,
          COLUMN_SYSTEM_VERSIONING);

  private final Owner owner;
  private final String words;
  private final Form form;

  MysqlOption(Owner owner, String words, Form form) {
    this.owner = owner;
    this.words = words;
    this.form = form;
  }

  /** Returns the key under which it stands. */
  String key() {
    String name = name().toLowerCase(Locale.ROOT);
    return switch (this) {
      case COLUMN_CHARSET, COLUMN_SYSTEM_VERSIONING, INDEX_COMMENT, INDEX_KEY_BLOCK_SIZE ->
          name.substring(name.indexOf('_') + 1);
      default -> name;
    };
  }

  /** Returns the options that a release knows, in the order in which they are written. */
  static List<MysqlOption> of(Owner owner, MysqlFeatures features) {
    Set<MysqlOption> unknown = features.has(MysqlFeature.PAGE_OPTIONS) ? OF_MYSQL : OF_MARIADB;
    return Arrays.stream(values())
        .filter(each -> each.owner == owner && !unknown.contains(each))
        .toList();
  }

  /** Returns the option of a key that a release knows. */
  static Optional<MysqlOption> find(Owner owner, String key, MysqlFeatures features) {
    return of(owner, features).stream().filter(each -> each.key().equals(key)).findFirst();
  }

  /** Returns whether it can have a value. */
  boolean takes(String value) {
    return value.matches(form.pattern);
  }

  /** Returns in words which values it can have. */
  String allowed() {
    return form.allowed;
  }

  /** Writes a table's option with an equals sign between. */
  SqlWriter assign(SqlWriter writer, String value) {
    return form == Form.FLAG
        ? writer.keyword(words)
        : value(writer.keyword(words).operator("="), value);
  }

  /** Writes an option of a column or an index. */
  SqlWriter write(SqlWriter writer, String value) {
    return value(writer.keyword(words), value);
  }

  private SqlWriter value(SqlWriter writer, String value) {
    return switch (form) {
      case WORD, NUMBER -> writer.raw(RawSql.of(value));
      case TEXT -> writer.literal(SqlLiteral.text(value));
      case NAME -> writer.name(Identifier.of(value));
      case FLAG, WITHOUT, INVISIBLE, MOMENT -> writer;
    };
  }
}
