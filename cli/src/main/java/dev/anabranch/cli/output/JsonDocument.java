package dev.anabranch.cli.output;

import java.io.IOException;

/** A result that can be written as one JSON document. */
@FunctionalInterface
public interface JsonDocument {
  /**
   * Writes the members of the document's object.
   *
   * @throws IOException if the stream fails
   */
  void write(JsonWriter json) throws IOException;
}
