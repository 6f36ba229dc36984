package dev.anabranch.testkit.junit;

import dev.anabranch.script.RevisionScripts;
import dev.anabranch.testkit.confluence.ConfluenceOptions;
import dev.anabranch.testkit.project.ProjectOptions;
import dev.anabranch.testkit.project.Property;
import dev.anabranch.testkit.server.AnabranchServers;
import dev.anabranch.testkit.verify.ProjectDifference;
import dev.anabranch.testkit.verify.VerificationOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;

/**
 * The tests of revisions, for a {@code @TestFactory} method: a container for each product, in it
 * one for each revision, in it a test for each check.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicContainer> revisions() {
 *   return RevisionTestNodes.in("src/main/resources/db/revisions").on("h2", "postgresql").stream();
 * }
 * }</pre>
 *
 * <p>{@link RevisionTests} does this by an annotation, and gives the tests better names in the
 * reports of Surefire. For one thread, until {@link #stream()}.
 */
public final class RevisionTestNodes {

  private final List<String> locations;
  private final List<String> products = new ArrayList<>();
  private final Set<String> required =
      new LinkedHashSet<>(ServerExtension.names(System.getProperty(ServerExtension.REQUIRE, "")));
  private final VerificationOptions.Builder options = VerificationOptions.builder();
  private final List<ProjectDifference> allowed = new ArrayList<>();
  private List<Property> proved = List.of(Property.ROUND_TRIP);
  private UnaryOperator<ConfluenceOptions> confluence = UnaryOperator.identity();
  private BiConsumer<String, String> notes = (test, note) -> {};

  private RevisionTestNodes(List<String> locations) {
    this.locations = locations;
  }

  /**
   * Begins with where the revisions stand.
   *
   * @param locations folders, relative to the working directory, or {@code classpath:} and a folder
   *     or package
   */
  public static RevisionTestNodes in(String... locations) {
    return new RevisionTestNodes(List.of(locations));
  }

  /** Adds products, such as {@code postgresql}. */
  public RevisionTestNodes on(String... names) {
    products.addAll(List.of(names));
    return this;
  }

  /**
   * Makes the absence of a server a failure for some products, besides those that the system
   * property {@code anabranch.test.require} names; for others it is a skipped test.
   */
  public RevisionTestNodes requiring(Collection<String> names) {
    required.addAll(names);
    return this;
  }

  /** Sets options, on top of those that are set. */
  public RevisionTestNodes configured(Consumer<VerificationOptions.Builder> settings) {
    settings.accept(options);
    return this;
  }

  /** Sets what is proved; by default that each revision goes up, down and up again. */
  public RevisionTestNodes proving(Property... properties) {
    proved = List.of(properties);
    return this;
  }

  /** Sets how the order of branches is verified, on top of what is set. */
  public RevisionTestNodes confluence(UnaryOperator<ConfluenceOptions> settings) {
    UnaryOperator<ConfluenceOptions> before = confluence;
    confluence = options -> settings.apply(before.apply(options));
    return this;
  }

  /** Allows products to have something differently. */
  public RevisionTestNodes allowing(Collection<ProjectDifference> differences) {
    allowed.addAll(differences);
    return this;
  }

  /**
   * Sets who receives what is worth knowing and no failure.
   *
   * @param receiver takes the name of the test and the note, as {@code TestReporter} does
   */
  public RevisionTestNodes notesTo(BiConsumer<String, String> receiver) {
    this.notes = receiver;
    return this;
  }

  /**
   * Begins to verify, on all products at once, and returns the nodes. They wait for their results.
   *
   * @return a stream that JUnit closes; what still runs then is told to stop
   * @throws dev.anabranch.error.AnabranchException if the revisions cannot be used
   */
  public Stream<DynamicContainer> stream() {
    ServerExtension.checkKnown(required);
    RevisionScripts scripts = AnabranchServers.revisions(locations);
    ProjectOptions standard = ProjectOptions.of(options.build());
    List<ProductRun> runs =
        ProductRun.of(
            products,
            required,
            scripts,
            standard
                .withConfluence(confluence.apply(standard.confluence()))
                .proving(proved)
                .allowing(allowed));
    runs.forEach(ProductRun::start);
    return ProductNodes.of(runs, notes).onClose(() -> runs.forEach(ProductRun::stop));
  }
}
