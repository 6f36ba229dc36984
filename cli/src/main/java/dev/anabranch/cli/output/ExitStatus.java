package dev.anabranch.cli.output;

import dev.anabranch.error.ErrorCode;

/** What the process ends with; the one table of exit codes. */
public enum ExitStatus {
  /** Done, or nothing to do. */
  DONE(0, "done, or nothing to do"),
  /** An error that no other code describes. */
  ERROR(1, "an error that no other code describes; what was being done is not done"),
  /** The command line or the choice of project and database is wrong. */
  USAGE(2, "the command line is wrong, or the project or database it names is not there"),
  /** Revision files, the graph or the configuration are not valid. */
  INVALID_FILES(3, "revision files, their graph or the configuration file are not valid"),
  /** The database is not at the heads. */
  PENDING(4, "the database is not at the heads (`current --check-heads`)"),
  /** Stopped half-way; can be resumed. */
  STOPPED(5, "stopped before the end, or half-way; the message says where and how to go on"),
  /** Another run holds the lock. */
  LOCKED(6, "another run holds the lock"),
  /** One head is needed and there are several. */
  SEVERAL_HEADS(7, "one head is needed and there are several"),
  /** The database does not agree with the files. */
  DRIFT(8, "the database or its history does not agree with the files"),
  /** A rule of style is broken. */
  LINT(9, "a rule about revisions is broken"),
  /** Branches contradict each other. */
  CONFLICT(10, "branches that are to be merged contradict each other (`merge`)"),
  /** Verification failed. */
  VERIFICATION_FAILED(11, "a revision failed its verification"),
  /** Refused by a guard. */
  REFUSED(12, "refused by a guard");

  private final int code;
  private final String meaning;

  ExitStatus(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** Returns the number the process ends with. */
  public int code() {
    return code;
  }

  /** Returns what the number tells, for the reference. */
  public String meaning() {
    return meaning;
  }

  /** Returns the status an error leads to. */
  public static ExitStatus of(ErrorCode code) {
    return switch (code) {
      case UNKNOWN_COMMAND,
          UNKNOWN_OPTION,
          INVALID_ARGUMENT,
          CONFIGURATION_NOT_FOUND,
          UNKNOWN_DATABASE_NAME,
          DATABASE_NOT_CHOSEN,
          NO_DATABASE,
          NO_SCRATCH_SERVER,
          CHANGES_UNKNOWN,
          UNKNOWN_DIALECT,
          TARGET_SYNTAX,
          RANGE_NOT_ALLOWED,
          RANGE_REQUIRED,
          UNWRITABLE_VALUE ->
          USAGE;
      case INVALID_CONFIGURATION,
          MISSING_SECTION,
          INVALID_DEFINITION,
          INVALID_OPERATION,
          NO_INVERSE ->
          INVALID_FILES;
      case FILE_EXISTS, FILE_NOT_WRITTEN -> ERROR;
      case MULTIPLE_HEADS -> SEVERAL_HEADS;
      case NOT_AT_HEAD -> PENDING;
      case MIGRATION_STOPPED,
          VERIFICATION_STOPPED,
          MIGRATION_FAILED_HALF_WAY,
          UNFINISHED_MIGRATION,
          OUTCOME_UNKNOWN,
          REVISION_CHANGED ->
          STOPPED;
      case MIGRATION_LOCKED -> LOCKED;
      case HEADS_CONTRADICT -> CONFLICT;
      case UNKNOWN_VERSION_ROW -> DRIFT;
      default -> byArea(code);
    };
  }

  /** Whatever is wrong with revision files or their graph is one kind of failure. */
  private static ExitStatus byArea(ErrorCode code) {
    boolean files = code.id().startsWith("ANB-11") || code.id().startsWith("ANB-2");
    return files ? INVALID_FILES : ERROR;
  }
}
