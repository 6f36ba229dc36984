package dev.anabranch.testkit.junit;

import dev.anabranch.testkit.server.AnabranchServers;
import dev.anabranch.testkit.server.MigratedDatabases;
import dev.anabranch.testkit.server.TestDatabase;
import java.lang.reflect.Parameter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.AnnotationSupport;

/** {@link MigratedDatabase}: databases that the revisions have migrated. */
final class MigratedDatabaseExtension extends ServerExtension {

  /** Which databases a parameter is about. */
  private record Wanted(List<String> locations, String target, String product) {}

  /** Which one of them, counted over the parameters of a method. */
  private record Place(Wanted wanted, int ordinal) {}

  /** Called by JUnit. */
  MigratedDatabaseExtension() {}

  /** Returns the annotation that counts for a parameter. */
  static Optional<MigratedDatabase> governing(
      ParameterContext parameter, ExtensionContext context) {
    return parameter
        .findAnnotation(MigratedDatabase.class)
        .or(
            () ->
                AnnotationSupport.findAnnotation(
                    parameter.getDeclaringExecutable(), MigratedDatabase.class))
        .or(() -> nearest(context));
  }

  private static Optional<MigratedDatabase> nearest(ExtensionContext context) {
    Optional<MigratedDatabase> here =
        context
            .getElement()
            .flatMap(element -> AnnotationSupport.findAnnotation(element, MigratedDatabase.class));
    return here.or(() -> context.getParent().flatMap(MigratedDatabaseExtension::nearest));
  }

  /** What only a parameter of a method called before each test names is not known here. */
  @Override
  Collection<String> products(ExtensionContext context) {
    Set<String> products = new LinkedHashSet<>();
    List<MigratedDatabase> found = new ArrayList<>();
    nearest(context).ifPresent(found::add);
    context
        .getTestMethod()
        .ifPresent(
            method -> {
              for (Parameter parameter : method.getParameters()) {
                AnnotationSupport.findAnnotation(parameter, MigratedDatabase.class)
                    .ifPresent(found::add);
              }
            });
    found.forEach(annotation -> product(annotation, context).ifPresent(products::add));
    return products;
  }

  private static Optional<String> product(MigratedDatabase annotation, ExtensionContext context) {
    return annotation.product().isEmpty()
        ? EachServerExtension.product(context).or(() -> RequiresServerExtension.nearest(context))
        : Optional.of(annotation.product());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return (type == TestDatabase.class || type == DataSource.class || type == Connection.class)
        && governing(parameter, context).isPresent();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    MigratedDatabase annotation = governing(parameter, context).orElseThrow();
    Wanted wanted = wanted(annotation, context);
    requireServerOrSkip(wanted.product(), context);
    MigratedDatabases source =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(
                wanted, MigratedDatabaseExtension::migrated, MigratedDatabases.class);
    Class<?> type = parameter.getParameter().getType();
    int ordinal = type == TestDatabase.class ? ordinal(parameter, context, wanted) : 0;
    TestDatabase database =
        databases(context).at(new Place(wanted, ordinal), place -> source.create());
    if (type == TestDatabase.class) {
      return database;
    }
    return type == DataSource.class ? database.dataSource() : connection(database, context);
  }

  private static MigratedDatabases migrated(Wanted wanted) {
    return AnabranchServers.shared()
        .migrated(wanted.product(), wanted.locations(), wanted.target());
  }

  private static Wanted wanted(MigratedDatabase annotation, ExtensionContext context) {
    String product =
        product(annotation, context)
            .orElseThrow(
                () ->
                    new ParameterResolutionException(
                        "Cannot tell the product of @MigratedDatabase: it names none, and there is"
                            + " neither @RequiresServer nor @EachServer."));
    return new Wanted(List.of(annotation.locations()), annotation.target(), product);
  }

  private Connection connection(TestDatabase database, ExtensionContext context) {
    try {
      Connection connection = database.connect();
      databases(context).closeBefore(connection);
      return connection;
    } catch (SQLException e) {
      throw new ParameterResolutionException(
          "Cannot connect to " + database + ": " + e.getMessage(), e);
    }
  }

  /** Two databases are meant by two parameters that are alike. */
  private static int ordinal(ParameterContext parameter, ExtensionContext context, Wanted wanted) {
    int ordinal = 0;
    Parameter[] all = parameter.getDeclaringExecutable().getParameters();
    for (int i = 0; i < parameter.getIndex(); i++) {
      Optional<MigratedDatabase> own =
          AnnotationSupport.findAnnotation(all[i], MigratedDatabase.class);
      boolean alike =
          own.map(annotation -> wanted(annotation, context).equals(wanted))
              .orElse(parameter.findAnnotation(MigratedDatabase.class).isEmpty());
      if (all[i].getType() == TestDatabase.class && alike) {
        ordinal++;
      }
    }
    return ordinal;
  }
}
