package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.argument.GlobalOptions;
import dev.anabranch.cli.config.Configuration;
import dev.anabranch.cli.config.ConfigurationFile;
import dev.anabranch.cli.config.DatabaseSelection;
import dev.anabranch.cli.config.ProjectSettings;
import dev.anabranch.cli.process.Environment;
import dev.anabranch.revision.RevisionGraph;
import dev.anabranch.script.ClassPathEntry;
import dev.anabranch.script.FileNameTemplate;
import dev.anabranch.script.JavaOptions;
import dev.anabranch.script.RevisionScripts;
import dev.anabranch.script.ScriptLocation;
import dev.anabranch.script.ScriptOptions;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The project a command works on, for one of its databases. Everything is read when it is first
 * asked for; nothing here knows a database. For one thread.
 */
public final class Project {
  private final Configuration configuration;
  private final Environment environment;
  private @Nullable ProjectSettings settings;
  private @Nullable Supplier<RevisionScripts> scriptSource;
  private @Nullable RevisionScripts scripts;
  private @Nullable RevisionGraph graph;

  @Inject
  Project(DatabaseSelection selection, Environment environment, GlobalOptions globals) {
    this.environment = environment;
    this.configuration =
        new Configuration(selection.file(), selection.database(), environment.variables(), globals);
  }

  /** Returns the values that hold for the chosen database. */
  public Configuration configuration() {
    return configuration;
  }

  /** Returns the configuration file. */
  public ConfigurationFile file() {
    return configuration.file();
  }

  /**
   * Returns what the project says about its revisions.
   *
   * @throws dev.anabranch.cli.config.ConfigurationException if a value cannot be used
   */
  public ProjectSettings settings() {
    if (settings == null) {
      settings = configuration.project();
    }
    return settings;
  }

  /** Returns where the revision files stand and how new ones are named. */
  public ScriptOptions scriptOptions() {
    ProjectSettings project = settings();
    List<ScriptLocation> locations =
        project.revisions().stream()
            .map(text -> ScriptLocation.parse(text, project.directory()))
            .toList();
    return new ScriptOptions(
        locations,
        project.recursive() ? ScriptOptions.Depth.RECURSIVE : ScriptOptions.Depth.FLAT,
        FileNameTemplate.parse(project.fileName()),
        project.timezone(),
        JavaOptions.of(environment.variables()).withClassPath(classPath(project)));
  }

  private static List<ClassPathEntry> classPath(ProjectSettings project) {
    return project.classPath().stream()
        .map(text -> ClassPathEntry.parse(text, project.directory()))
        .toList();
  }

  /** Takes the revision files from an engine that reads them anyway, so that they are read once. */
  void adopt(Supplier<RevisionScripts> source) {
    scriptSource = source;
  }

  /**
   * Returns the revision files.
   *
   * @throws dev.anabranch.script.InvalidScriptsException if they have problems
   */
  public RevisionScripts scripts() {
    if (scripts == null) {
      scripts =
          scriptSource != null
              ? scriptSource.get()
              : RevisionScripts.load(scriptOptions(), Project.class.getClassLoader());
    }
    return scripts;
  }

  /**
   * Returns the graph of the revision files.
   *
   * @throws dev.anabranch.revision.InvalidGraphException if they form none
   */
  public RevisionGraph graph() {
    if (graph == null) {
      graph = scripts().graph();
    }
    return graph;
  }
}
