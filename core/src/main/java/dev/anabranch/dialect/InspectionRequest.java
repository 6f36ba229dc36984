package dev.anabranch.dialect;

import dev.anabranch.sql.Identifier;
import dev.anabranch.sql.QualifiedName;
import java.util.List;

/**
 * What an inspector reads.
 *
 * @param schemas the schemas; empty for the connection's current one
 * @param leftOut tables that are not part of the schema, such as Anabranch's own, with everything
 *     that belongs to them
 */
public record InspectionRequest(List<Identifier> schemas, List<QualifiedName> leftOut) {

  /** Copies the lists. */
  public InspectionRequest {
    schemas = List.copyOf(schemas);
    leftOut = List.copyOf(leftOut);
  }

  /** Returns a request for the connection's current schema, whole. */
  public static InspectionRequest currentSchema() {
    return new InspectionRequest(List.of(), List.of());
  }

  /** Returns the same request without some tables. */
  public InspectionRequest without(List<QualifiedName> tables) {
    return new InspectionRequest(schemas, tables);
  }
}
