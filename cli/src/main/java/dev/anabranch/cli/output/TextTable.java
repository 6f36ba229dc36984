package dev.anabranch.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Columns of text, each as wide as its widest cell. For one thread. */
public final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  /** Creates a table with a heading. */
  public TextTable(String... heading) {
    if (heading.length > 0) {
      rows.add(List.of(heading));
    }
  }

  /** Adds a row. */
  public TextTable row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** Returns the lines, cells parted by two blanks, without blanks at the end. */
  public List<String> lines() {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        int width = width(row.get(i));
        if (i == widths.size()) {
          widths.add(width);
        } else {
          widths.set(i, Math.max(widths.get(i), width));
        }
      }
    }
    List<String> lines = new ArrayList<>(rows.size());
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(row.get(i));
        line.append(" ".repeat(widths.get(i) - width(row.get(i)) + 2));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
