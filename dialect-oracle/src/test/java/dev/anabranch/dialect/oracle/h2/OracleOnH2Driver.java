package dev.anabranch.dialect.oracle.h2;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;

/** Leads to a database of H2 in memory, in Oracle mode. */
public final class OracleOnH2Driver implements Driver {

  static final String PREFIX = "jdbc:oracleonh2:";

  static {
    try {
      DriverManager.registerDriver(new OracleOnH2Driver());
    } catch (SQLException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Called by the service loader. */
  public OracleOnH2Driver() {}

  @Override
  public Connection connect(String url, Properties properties) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    String h2 = "jdbc:h2:mem:" + url.substring(PREFIX.length()) + ";MODE=Oracle";
    Properties user = new Properties();
    user.setProperty("user", properties.getProperty("user", "sa"));
    user.setProperty("password", properties.getProperty("password", ""));
    try {
      return SpokenConnection.spokenBy(new org.h2.Driver().connect(h2, user), url);
    } catch (SQLException e) {
      throw OracleCodes.translated(e);
    }
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith(PREFIX);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getAnonymousLogger();
  }
}
