package dev.anabranch.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.anabranch.error.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One recorded case; {@code graph-cases/README.md} tells the format. */
record GraphCase(JsonNode json) {

  /** These say nothing about the result itself. */
  private static final Set<String> HARMLESS = Set.of("fails_half_way", "traceback_for_user");

  static List<GraphCase> readAll(Path folder) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<GraphCase> cases = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          cases.add(new GraphCase(mapper.readTree(line)));
        }
      }
    }
    return cases;
  }

  String id() {
    return json.get("id").asText();
  }

  String kind() {
    return json.get("kind").asText();
  }

  JsonNode command() {
    return json.path("cmd");
  }

  JsonNode expected() {
    return json.get("expect");
  }

  Optional<String> expectedError() {
    return expected().has("error")
        ? Optional.of(expected().get("error").get("kind").asText())
        : Optional.empty();
  }

  boolean isAnomaly() {
    Set<String> anomalies = new TreeSet<>(strings(json.path("anomalies")));
    anomalies.removeAll(HARMLESS);
    return !anomalies.isEmpty();
  }

  /** Returns everything in the command that is a target or a range. */
  List<String> targets() {
    List<String> targets = new ArrayList<>();
    for (String field :
        List.of("target", "targets", "symbol", "range", "head", "revisions", "depends_on")) {
      targets.addAll(strings(command().path(field)));
    }
    return targets;
  }

  List<String> start() {
    return strings(json.path("start"));
  }

  List<Revision> revisions() {
    List<Revision> revisions = new ArrayList<>();
    int place = 0;
    for (JsonNode node : json.get("graph")) {
      String id = node.get("id").asText();
      place++;
      revisions.add(
          new Revision(
              id,
              strings(node.path("down")),
              strings(node.path("deps")),
              strings(node.path("labels")),
              "about " + id,
              Optional.of(new SourceLocation("versions/" + place + ".py", 1))));
    }
    return revisions;
  }

  boolean warnsOf(String kind) {
    for (JsonNode warning : expected().path("warnings")) {
      if (warning.get("kind").asText().equals(kind)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the texts of an array, or of a single text. */
  static List<String> strings(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isTextual()) {
      texts.add(node.asText());
    }
    for (JsonNode entry : node) {
      texts.add(entry.asText());
    }
    return texts;
  }
}
