package dev.anabranch.cli.output;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Writes JSON documents; the only place that makes a generator, so that no other command loads one.
 */
final class Json {
  private Json() {}

  static void write(OutputStream stream, JsonDocument document) {
    try {
      JsonGenerator generator =
          new JsonFactory()
              .createGenerator(stream, JsonEncoding.UTF8)
              .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      generator.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
      generator.writeStartObject();
      document.write(new JsonWriter(generator));
      generator.writeEndObject();
      generator.writeRaw('\n');
      generator.close();
      stream.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
