package dev.anabranch.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;

/** Writes members of JSON objects. */
public final class JsonWriter {
  /** Writes something that may fail with the stream. */
  @FunctionalInterface
  public interface Body<T> {
    /**
     * Writes one value's members.
     *
     * @throws IOException if the stream fails
     */
    void write(T value) throws IOException;
  }

  private final JsonGenerator generator;

  JsonWriter(JsonGenerator generator) {
    this.generator = generator;
  }

  /** Writes a text member. */
  public JsonWriter text(String name, String value) throws IOException {
    generator.writeStringField(name, value);
    return this;
  }

  /** Writes a text member, {@code null} if there is none. */
  public JsonWriter text(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      generator.writeStringField(name, value.get());
    } else {
      generator.writeNullField(name);
    }
    return this;
  }

  /** Writes a number. */
  public JsonWriter number(String name, long value) throws IOException {
    generator.writeNumberField(name, value);
    return this;
  }

  /** Writes a truth value. */
  public JsonWriter bool(String name, boolean value) throws IOException {
    generator.writeBooleanField(name, value);
    return this;
  }

  /** Writes a list of texts. */
  public JsonWriter texts(String name, Collection<String> values) throws IOException {
    generator.writeArrayFieldStart(name);
    for (String value : values) {
      generator.writeString(value);
    }
    generator.writeEndArray();
    return this;
  }

  /** Writes a list of objects, each by the given body. */
  public <T> JsonWriter objects(String name, Collection<T> values, Body<T> body)
      throws IOException {
    generator.writeArrayFieldStart(name);
    for (T value : values) {
      generator.writeStartObject();
      body.write(value);
      generator.writeEndObject();
    }
    generator.writeEndArray();
    return this;
  }

  /** Writes an object by the given body. */
  public <T> JsonWriter object(String name, T value, Body<T> body) throws IOException {
    generator.writeObjectFieldStart(name);
    body.write(value);
    generator.writeEndObject();
    return this;
  }
}
