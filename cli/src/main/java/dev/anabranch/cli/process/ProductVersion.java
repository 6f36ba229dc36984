package dev.anabranch.cli.process;

/** The release of this program. */
public final class ProductVersion {
  private ProductVersion() {}

  /** Returns the release, or {@code development} when the program does not run from its package. */
  public static String text() {
    String version = ProductVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
