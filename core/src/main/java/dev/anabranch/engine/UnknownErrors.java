package dev.anabranch.engine;

import dev.anabranch.dialect.ServerErrors;
import dev.anabranch.dialect.ServerFault;
import java.sql.SQLException;

/** Errors of a product that is not known yet: only what the SQL standard says about connections. */
enum UnknownErrors implements ServerErrors {
  INSTANCE;

  @Override
  public ServerFault classify(SQLException error) {
    String state = error.getSQLState();
    if (state != null && state.startsWith("08")) {
      return ServerFault.UNREACHABLE;
    }
    return state != null && state.startsWith("28")
        ? ServerFault.AUTHENTICATION_FAILED
        : ServerFault.OTHER;
  }

  @Override
  public String describe(SQLException error) {
    String message = error.getMessage() == null ? error.toString() : error.getMessage();
    return message.lines().findFirst().orElse(message);
  }
}
