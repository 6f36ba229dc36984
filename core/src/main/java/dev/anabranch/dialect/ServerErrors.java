package dev.anabranch.dialect;

import java.sql.SQLException;

/** Reads the errors of one database product. */
public interface ServerErrors {

  /**
   * Says what an error means.
   *
   * @param error an error of this product's driver
   * @return the meaning, {@link ServerFault#OTHER} where there is no special one
   */
  ServerFault classify(SQLException error);

  /**
   * Returns the server's own words for an error, fit to be shown: one line, without the values of
   * rows or parameters that some servers repeat in their messages.
   *
   * @param error an error of this product's driver
   */
  String describe(SQLException error);
}
