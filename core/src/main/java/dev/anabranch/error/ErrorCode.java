package dev.anabranch.error;

/**
 * The stable codes of everything that can go wrong.
 *
 * <p>A code is never reused for something else. The thousands tell the area: 1 targets and the
 * graph, 2 revision files, 3 configuration and usage, 4 running against a database, 5 the testkit,
 * 6 operations and what they speak of.
 */
public enum ErrorCode {
  /** No revision or label has this name. */
  UNKNOWN_REVISION("ANB-1001"),
  /** A shortened id fits several revisions. */
  AMBIGUOUS_REVISION("ANB-1002"),
  /** No branch has the name before the {@code @}. */
  UNKNOWN_BRANCH("ANB-1003"),
  /** The revision exists, but not on the named branch. */
  NOT_ON_BRANCH("ANB-1004"),
  /** One head was asked for and there are several. */
  MULTIPLE_HEADS("ANB-1005"),
  /** A relative walk meets a fork or a merge. */
  AMBIGUOUS_WALK("ANB-1006"),
  /** A relative target counts from the database, which stands at several revisions. */
  AMBIGUOUS_CURRENT("ANB-1007"),
  /** A relative walk leaves the graph. */
  WALK_OUT_OF_RANGE("ANB-1008"),
  /** The two ends of a range do not lie on one line. */
  RANGE_NOT_CONNECTED("ANB-1009"),
  /** The downgrade target is not applied, or nothing above it is. */
  NOTHING_TO_DOWNGRADE("ANB-1010"),
  /** The named branch has nothing above the downgrade target. */
  INVALID_DOWNGRADE_TARGET("ANB-1011"),
  /** One requested target is an ancestor of another. */
  OVERLAPPING_TARGETS("ANB-1012"),
  /** A range where one revision is wanted. */
  RANGE_NOT_ALLOWED("ANB-1013"),
  /** One revision where a range is wanted. */
  RANGE_REQUIRED("ANB-1014"),
  /** The text is no target expression. */
  TARGET_SYNTAX("ANB-1015"),
  /** The database is not at the heads. */
  NOT_AT_HEAD("ANB-1016"),
  /** A new revision names a parent that is not a head. */
  NOT_A_HEAD("ANB-1017"),
  /** The same parent is named twice. */
  DUPLICATE_PARENT("ANB-1018"),
  /** The version table holds a row that no revision file has. */
  UNKNOWN_VERSION_ROW("ANB-1019"),
  /** The version table holds a row that other rows imply. */
  REDUNDANT_VERSION_ROW("ANB-1020"),
  /** The revisions do not form a graph; the exception lists every problem. */
  INVALID_GRAPH("ANB-1100"),
  /** An id with a character that has a meaning in target expressions, or too long, or reserved. */
  ILLEGAL_ID("ANB-1101"),
  /** A label that could not be used as a target. */
  ILLEGAL_LABEL("ANB-1102"),
  /** Two files with one id. */
  DUPLICATE_ID("ANB-1103"),
  /** Two revisions with one label. */
  DUPLICATE_LABEL("ANB-1104"),
  /** A label that is also the id of a revision. */
  LABEL_EQUALS_ID("ANB-1105"),
  /** A revision that names itself as parent or dependency. */
  SELF_LOOP("ANB-1106"),
  /** A cycle by parent links. */
  CYCLE("ANB-1107"),
  /** A cycle in which at least one link is a dependency. */
  DEPENDENCY_CYCLE("ANB-1108"),
  /** A parent that no file has. */
  MISSING_PARENT("ANB-1109"),
  /** A dependency that no file has. */
  MISSING_DEPENDENCY("ANB-1110"),
  /** The revision files cannot be used; the exception lists every problem. */
  INVALID_SCRIPTS("ANB-2000"),
  /** The text names no place where revision files could stand. */
  ILLEGAL_LOCATION("ANB-2001"),
  /** A location does not exist. */
  LOCATION_MISSING("ANB-2002"),
  /** A location is a file. */
  LOCATION_NOT_FOLDER("ANB-2003"),
  /** A location cannot be listed. */
  LOCATION_UNREADABLE("ANB-2004"),
  /** One folder is reached through two locations. */
  LOCATIONS_OVERLAP("ANB-2005"),
  /** A revision file cannot be read. */
  FILE_UNREADABLE("ANB-2006"),
  /** A folder has the name of a revision file. */
  FILE_IS_FOLDER("ANB-2007"),
  /** A revision file is not UTF-8. */
  NOT_UTF8("ANB-2008"),
  /** A control character in the header of a revision file. */
  ILLEGAL_CHARACTER("ANB-2009"),
  /** A file that does not say which revision it is. */
  MISSING_REVISION_DIRECTIVE("ANB-2010"),
  /** A word after {@code -- @} that has no meaning. */
  UNKNOWN_DIRECTIVE("ANB-2011"),
  /** A comment that reads like a directive and is not written as one. */
  MISWRITTEN_DIRECTIVE("ANB-2012"),
  /** A directive that stands in one place twice. */
  REPEATED_DIRECTIVE("ANB-2013"),
  /** A directive where it has no meaning. */
  MISPLACED_DIRECTIVE("ANB-2014"),
  /** A directive with a value it cannot have, or without one it needs. */
  INVALID_DIRECTIVE_VALUE("ANB-2015"),
  /** Text that belongs to no section. */
  TEXT_OUTSIDE_SECTION("ANB-2016"),
  /** Two sections for one direction and dialect. */
  DUPLICATE_SECTION("ANB-2017"),
  /** A revision that is called irreversible and has a way back. */
  CONTRADICTORY_DOWNGRADE("ANB-2018"),
  /** A revision without a section that upgrades. */
  MISSING_UPGRADE("ANB-2019"),
  /** A revision that neither has a way back nor says that there is none. */
  MISSING_DOWNGRADE("ANB-2020"),
  /** Sections for some dialects and none for the others. */
  MISSING_PLAIN_SECTION("ANB-2021"),
  /** A section for a dialect that is not known. */
  UNKNOWN_DIALECT_NAME("ANB-2022"),
  /** A revision that changes nothing. */
  EMPTY_UPGRADE("ANB-2023"),
  /** A way back that takes nothing back. */
  EMPTY_DOWNGRADE("ANB-2024"),
  /** A template that could not name files. */
  ILLEGAL_FILE_NAME_TEMPLATE("ANB-2030"),
  /** A value that cannot be written into a revision file. */
  UNWRITABLE_VALUE("ANB-2031"),
  /** A new file would take the place of another. */
  FILE_EXISTS("ANB-2032"),
  /** A new file cannot be written. */
  FILE_NOT_WRITTEN("ANB-2033"),
  /** What stands in {@code @RevisionInfo} is no header of a revision. */
  INVALID_JAVA_HEADER("ANB-2040"),
  /** A revision in Java does not compile. */
  COMPILATION_FAILED("ANB-2041"),
  /** Revisions in Java have to be compiled, and this Java has no compiler. */
  NO_COMPILER("ANB-2042"),
  /** The class of a revision cannot be used: it is no migration, or nobody can create it. */
  UNUSABLE_CLASS("ANB-2043"),
  /** Two files declare the same class. */
  DUPLICATE_CLASS("ANB-2044"),
  /** The index of revisions on the class path has a line that cannot be used. */
  INVALID_INDEX("ANB-2045"),
  /** A location on the class path has classes, but no index says which are revisions. */
  MISSING_INDEX("ANB-2046"),
  /** A class path entry for revisions in Java names no place, or what is not there. */
  ILLEGAL_CLASS_PATH("ANB-2047"),
  /** The compiler sees another revision than the reader of headers. */
  HEADER_MISREAD("ANB-2048"),
  /** A quote, a comment, a parenthesis or a body is opened in a script and never closed. */
  UNTERMINATED_TEXT("ANB-2201"),
  /** A script holds a command of the product's own client, which no server understands. */
  UNSUPPORTED_CLIENT_COMMAND("ANB-2202"),
  /**
   * A statement of a script reads the data that follow it, which only the product's own client can
   * send.
   */
  UNSUPPORTED_INLINE_DATA("ANB-2203"),
  /** It is not sure where a statement of a script ends. */
  UNCERTAIN_SPLIT("ANB-2204"),
  /** A statement of a script does what no revision may do on this server. */
  UNSUPPORTED_STATEMENT("ANB-2205"),
  /** No command has this name. */
  UNKNOWN_COMMAND("ANB-3001"),
  /** The command has no such option. */
  UNKNOWN_OPTION("ANB-3002"),
  /** A word of the command line is missing, one too many, or not of the form wanted. */
  INVALID_ARGUMENT("ANB-3003"),
  /** There is no configuration file where one is looked for. */
  CONFIGURATION_NOT_FOUND("ANB-3101"),
  /** The configuration has mistakes; the exception lists every one. */
  INVALID_CONFIGURATION("ANB-3102"),
  /** The configuration has no database of this name. */
  UNKNOWN_DATABASE_NAME("ANB-3103"),
  /** A command needs one database of several, and none is chosen. */
  DATABASE_NOT_CHOSEN("ANB-3104"),
  /** A project is to be made in a folder that has one, or has other files. */
  PROJECT_NOT_EMPTY("ANB-3201"),
  /** A file of a new project could not be written. */
  PROJECT_NOT_WRITABLE("ANB-3202"),
  /** No editor could be started, or it failed. */
  EDITOR_FAILED("ANB-3203"),
  /** Revisions are to be verified on a product, and there is no server for scratch databases. */
  NO_SCRATCH_SERVER("ANB-3301"),
  /** Git cannot tell what has changed. */
  CHANGES_UNKNOWN("ANB-3302"),
  /** A verification was stopped on request. */
  VERIFICATION_STOPPED("ANB-3303"),
  /** Branches that are to be merged contradict each other. */
  HEADS_CONTRADICT("ANB-3304"),
  /** Something happened that nobody foresaw: a fault of Anabranch. */
  UNEXPECTED("ANB-3900"),
  /** A test needs a server of a product and there is none. */
  TEST_SERVER_UNAVAILABLE("ANB-5001"),
  /** A test server refused what the testkit asked of it. */
  TEST_DATABASE_FAILED("ANB-5002"),
  /** A statement failed; its revision was rolled back. */
  MIGRATION_FAILED("ANB-4001"),
  /**
   * A statement failed where the server cannot roll back what ran before it; the run can be
   * resumed.
   */
  MIGRATION_FAILED_HALF_WAY("ANB-4002"),
  /** The run was stopped on request. */
  MIGRATION_STOPPED("ANB-4003"),
  /** An earlier run stopped inside a revision, which has to be finished first. */
  UNFINISHED_MIGRATION("ANB-4004"),
  /** The connection broke while a transaction was being committed. */
  OUTCOME_UNKNOWN("ANB-4005"),
  /** Another run holds the migration lock. */
  MIGRATION_LOCKED("ANB-4006"),
  /** The migration lock was lost during the run. */
  LOCK_LOST("ANB-4007"),
  /** The version table did not hold the row that a step expected. */
  VERSION_ROW_MISMATCH("ANB-4008"),
  /** A downgrade over a revision that says there is no way back. */
  IRREVERSIBLE_REVISION("ANB-4009"),
  /** A revision has no section for this direction and product. */
  MISSING_SECTION("ANB-4010"),
  /** A transaction was asked for that this product or revision cannot give. */
  TRANSACTION_IMPOSSIBLE("ANB-4011"),
  /** A half-run revision's file was changed since. */
  REVISION_CHANGED("ANB-4012"),
  /** There is nothing to resume, or not from that statement. */
  NOTHING_TO_RESUME("ANB-4013"),
  /** The history table holds an entry that this release cannot read. */
  UNKNOWN_HISTORY_FORMAT("ANB-4014"),
  /** No server answers at that address. */
  DATABASE_UNREACHABLE("ANB-4101"),
  /** User or password are wrong. */
  AUTHENTICATION_FAILED("ANB-4102"),
  /** The server knows no database of that name. */
  UNKNOWN_DATABASE("ANB-4103"),
  /** The database user may not do that. */
  PERMISSION_DENIED("ANB-4104"),
  /** The connection broke. */
  CONNECTION_LOST("ANB-4105"),
  /** The server refused for another reason. */
  DATABASE_ERROR("ANB-4106"),
  /** The server's release is too old. */
  UNSUPPORTED_SERVER("ANB-4107"),
  /** No dialect for this database product is on the class path. */
  UNKNOWN_DIALECT("ANB-4108"),
  /** No JDBC driver for the URL is on the class path. */
  NO_DRIVER("ANB-4109"),
  /** No database is configured. */
  NO_DATABASE("ANB-4110"),
  /** An embedded database is open in another process. */
  DATABASE_IN_USE("ANB-4111"),
  /** A description of a table, column, type or other object contradicts itself. */
  INVALID_DEFINITION("ANB-6001"),
  /** An operation contradicts itself. */
  INVALID_OPERATION("ANB-6002"),
  /** An operation cannot be taken back. */
  NO_INVERSE("ANB-6003"),
  /** This product or release cannot do what an operation asks. */
  UNSUPPORTED_OPERATION("ANB-6004"),
  /** A name is longer than the server can keep. */
  NAME_TOO_LONG("ANB-6005"),
  /** A revision asks the database where there is none to ask, as in an offline script. */
  NO_LIVE_DATABASE("ANB-6006"),
  /** A query of a revision failed. */
  QUERY_FAILED("ANB-6007"),
  /** The code of a revision threw something. */
  REVISION_CODE_FAILED("ANB-6008");

  private final String id;

  ErrorCode(String id) {
    this.id = id;
  }

  /** Returns the code as it is printed and documented, such as {@code ANB-1001}. */
  public String id() {
    return id;
  }
}
