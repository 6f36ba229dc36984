package dev.anabranch.docs.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param name its path in the repository, with slashes
 * @param lines its text
 */
public record Page(String name, List<String> lines) {
  /** The top of the repository, seen from the folder that the tests of a module run in. */
  public static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern FENCE = Pattern.compile("( *)(```+)([^`\\s]*)([^`]*)");
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=(?:\"([^\"]*)\"|(\\S+))");

  /** Copies. */
  public Page {
    lines = List.copyOf(lines);
  }

  /** Reads a page. */
  public static Page read(Path file) {
    try {
      String name = REPOSITORY.relativize(file.toAbsolutePath().normalize()).toString();
      return new Page(name.replace('\\', '/'), Files.readString(file).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads every page of the repository that people write, ordered by name. */
  public static List<Page> all() {
    List<Page> pages = new ArrayList<>();
    collect(REPOSITORY, pages);
    return pages;
  }

  private static void collect(Path folder, List<Page> pages) {
    List<Path> entries;
    try (Stream<Path> list = Files.list(folder)) {
      entries = list.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Path entry : entries) {
      String name = entry.getFileName().toString();
      if (Files.isDirectory(entry)) {
        if (!name.startsWith(".") && !name.equals("target")) {
          collect(entry, pages);
        }
      } else if (name.endsWith(".md")) {
        pages.add(read(entry));
      }
    }
  }

  /** Returns the fenced blocks. */
  public List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher fence = FENCE.matcher(lines.get(i));
      if (fence.matches()) {
        String end = fence.group(1) + fence.group(2);
        int from = i + 1;
        i = from;
        while (i < lines.size() && !lines.get(i).stripTrailing().equals(end)) {
          i++;
        }
        blocks.add(
            new Block(
                from + 1, fence.group(3), attributes(fence.group(4)), lines.subList(from, i)));
      }
    }
    return blocks;
  }

  /** Returns the lines that stand in no fenced block. */
  public List<String> prose() {
    List<String> prose = new ArrayList<>(lines);
    for (Block block : blocks()) {
      for (int i = 0; i < block.lines().size(); i++) {
        prose.set(block.line() - 1 + i, "");
      }
    }
    return prose;
  }

  private static Map<String, String> attributes(String text) {
    Map<String, String> attributes = new LinkedHashMap<>();
    Matcher matcher = ATTRIBUTE.matcher(text);
    while (matcher.find()) {
      attributes.put(
          matcher.group(1), matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
    }
    return attributes;
  }

  @Override
  public String toString() {
    return name;
  }
}
