package dev.anabranch.cli.command;

import com.google.inject.Inject;
import dev.anabranch.cli.argument.Arguments;
import dev.anabranch.cli.output.Console;
import dev.anabranch.cli.output.JsonDocument;
import dev.anabranch.cli.process.Environment;
import dev.anabranch.error.ErrorCode;
import dev.anabranch.revision.Revision;
import dev.anabranch.revision.RevisionDraft;
import dev.anabranch.revision.RevisionGraph;
import dev.anabranch.revision.RevisionTarget;
import dev.anabranch.script.RevisionFileWriter;
import dev.anabranch.script.RevisionIds;
import dev.anabranch.script.RevisionScript;
import dev.anabranch.script.ScriptLocation;
import dev.anabranch.script.ScriptOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.gcardone.junidecode.Junidecode;

/** Creates the file of a new revision. */
final class NewRevision {
  private final Project project;
  private final Environment environment;
  private final Console console;

  @Inject
  NewRevision(Project project, Environment environment, Console console) {
    this.project = project;
    this.environment = environment;
    this.console = console;
  }

  /**
   * Creates a revision after some parents and tells the user its file.
   *
   * @param parents the parents
   * @param message what the revision does
   * @param arguments the other options of {@link NewRevisionOptions}
   */
  void create(List<RevisionTarget> parents, String message, Arguments arguments) {
    create(parents, message, arguments, json -> {});
  }

  /**
   * Creates a revision after some parents and tells the user its file.
   *
   * @param more what a program is told besides
   */
  void create(
      List<RevisionTarget> parents, String message, Arguments arguments, JsonDocument more) {
    RevisionKind kind = kind(arguments);
    RevisionGraph graph = project.graph();
    RevisionDraft draft =
        new RevisionDraft(
            arguments.value("rev-id").orElseGet(() -> newId(graph)),
            message,
            parents,
            arguments.has("splice"),
            arguments.values("branch-label"),
            targets(arguments.values("depends-on")));
    Revision revision = draft.on(graph);
    ScriptOptions options = project.scriptOptions();
    RevisionFileWriter writer =
        new RevisionFileWriter(
            options, NewRevision.class.getClassLoader(), Junidecode::unidecode, Clock.systemUTC());
    ScriptLocation location = location(options, revision, arguments);
    report(
        kind == RevisionKind.JAVA
            ? writer.writeJava(revision, location)
            : writer.write(revision, location, dialects(arguments)),
        more);
  }

  private static RevisionKind kind(Arguments arguments) {
    RevisionKind kind = RevisionKind.of(arguments.value("template").orElse(RevisionKind.SQL.id()));
    if (kind == RevisionKind.JAVA && arguments.value("dialect-sections").isPresent()) {
      throw new CommandException(
          ErrorCode.INVALID_ARGUMENT,
          "Cannot make sections for dialects: a revision in Java has none.",
          "Leave --dialect-sections out; op.on(\"postgresql\", o -> ...) gives one dialect"
              + " something of its own.");
    }
    return kind;
  }

  private static String newId(RevisionGraph graph) {
    List<String> taken = new ArrayList<>(graph.labels());
    graph.revisions().forEach(revision -> taken.add(revision.id()));
    return RevisionIds.generate(taken);
  }

  static List<RevisionTarget> targets(List<String> texts) {
    return texts.stream().map(RevisionTarget::parse).toList();
  }

  private static List<String> dialects(Arguments arguments) {
    return arguments
        .value("dialect-sections")
        .map(text -> List.of(text.split("\\s*,\\s*")))
        .orElse(List.of());
  }

  /**
   * Finds where the file goes: where the user says, else where the first parent stands, else the
   * first location.
   */
  private ScriptLocation location(ScriptOptions options, Revision revision, Arguments arguments) {
    Optional<String> given = arguments.value("location");
    if (given.isPresent()) {
      return ScriptLocation.parse(given.get(), project.settings().directory());
    }
    for (String parent : revision.downRevisions()) {
      Optional<Path> file = project.scripts().script(parent).flatMap(RevisionScript::file);
      if (file.isPresent()) {
        for (ScriptLocation location : options.locations()) {
          if (location instanceof ScriptLocation.Folder folder
              && file.get().startsWith(folder.directory())) {
            return folder;
          }
        }
      }
    }
    return options.locations().get(0);
  }

  private void report(RevisionScript script, JsonDocument more) {
    if (console.isJson()) {
      console.json(
          json -> {
            json.text("id", script.revision().id())
                .texts("parents", script.revision().downRevisions())
                .texts("dependsOn", script.revision().dependsOn())
                .texts("labels", script.revision().labels())
                .text("message", script.revision().message())
                .text("file", script.location().path());
            more.write(json);
          });
      return;
    }
    console.line(script.file().map(this::forTheShell).orElse(script.location().path()));
  }

  /** Returns a path that works where the user stands, and no longer than needed. */
  private String forTheShell(Path file) {
    Path here = environment.workingDirectory();
    return (file.startsWith(here) ? here.relativize(file) : file).toString();
  }
}
