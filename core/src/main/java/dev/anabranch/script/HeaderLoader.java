package dev.anabranch.script;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads the headers of many files, on several processors where there are enough files to be worth
 * it.
 */
final class HeaderLoader {

  /** Fewer files than these are read faster than help is called. */
  private static final int CHUNK = 512;

  /**
   * What one file gave.
   *
   * @param source the file
   * @param beginning what it says
   * @param problems what is wrong in it
   */
  record Loaded(
      ScriptSource source, HeaderReader.Beginning beginning, List<ScriptProblem> problems) {}

  private HeaderLoader() {}

  /** Returns the headers in the order of the files. */
  static List<Loaded> load(List<ScriptSource> sources, FileNameTemplate fileNames) {
    if (sources.size() <= CHUNK) {
      return loadChunk(sources, fileNames);
    }
    int chunks = (sources.size() + CHUNK - 1) / CHUNK;
    return IntStream.range(0, chunks)
        .parallel()
        .mapToObj(
            chunk -> {
              int from = chunk * CHUNK;
              int to = Math.min(from + CHUNK, sources.size());
              return loadChunk(sources.subList(from, to), fileNames);
            })
        .flatMap(List::stream)
        .toList();
  }

  private static List<Loaded> loadChunk(List<ScriptSource> sources, FileNameTemplate fileNames) {
    HeaderReader reader = new HeaderReader(fileNames);
    List<Loaded> loaded = new ArrayList<>(sources.size());
    for (ScriptSource source : sources) {
      Problems problems = new Problems(source.shown());
      HeaderReader.Beginning beginning = reader.read(source, problems);
      loaded.add(new Loaded(source, beginning, problems.found()));
    }
    return loaded;
  }
}
