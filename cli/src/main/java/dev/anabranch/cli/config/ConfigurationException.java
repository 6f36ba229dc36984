package dev.anabranch.cli.config;

import dev.anabranch.error.AnabranchException;
import dev.anabranch.error.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown when a project's configuration is not there or has mistakes. */
public final class ConfigurationException extends AnabranchException {
  private static final long serialVersionUID = 1L;

  private final transient List<ConfigurationProblem> problems;

  /** Creates an exception without a list of problems. */
  public ConfigurationException(ErrorCode code, String message, @Nullable String hint) {
    super(code, message, hint, null);
    this.problems = List.of();
  }

  /**
   * Creates an exception for mistakes in what a configuration file, the environment and the command
   * line say.
   */
  public ConfigurationException(String file, List<ConfigurationProblem> problems) {
    super(
        ErrorCode.INVALID_CONFIGURATION,
        "Cannot use the configuration \""
            + file
            + "\": "
            + (problems.size() == 1 ? "1 problem" : problems.size() + " problems")
            + ".",
        null,
        null);
    this.problems = List.copyOf(problems);
  }

  /** Returns every mistake, in the order of the file. */
  public List<ConfigurationProblem> problems() {
    return problems;
  }
}
