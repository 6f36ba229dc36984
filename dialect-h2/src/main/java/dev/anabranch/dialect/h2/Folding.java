package dev.anabranch.dialect.h2;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * How a database keeps names that are written without quotes; the settings DATABASE_TO_UPPER and
 * _LOWER decide.
 */
enum Folding implements UnaryOperator<String> {
  UPPER {
    @Override
    public String apply(String name) {
      return name.toUpperCase(Locale.ROOT);
    }
  },
  LOWER {
    @Override
    public String apply(String name) {
      return name.toLowerCase(Locale.ROOT);
    }
  },
  NONE {
    @Override
    public String apply(String name) {
      return name;
    }
  };

  static Folding of(DatabaseMetaData metaData) throws SQLException {
    if (metaData.storesUpperCaseIdentifiers()) {
      return UPPER;
    }
    return metaData.storesLowerCaseIdentifiers() ? LOWER : NONE;
  }
}
