package dev.baton;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.baton.sql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The rules of this code that a compiler doesn't know. */
@AnalyzeClasses(packages = "dev.baton", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule the_engine_stays_behind_its_fence =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.baton.engine..", "dev.baton.*.step", "dev.baton.insight.cockpit")
          .and(not(inTheLoginOfTheWebapps()))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..");

  /** Two classes that implement what the web applications ask for. */
  private static DescribedPredicate<JavaClass> inTheLoginOfTheWebapps() {
    return describe(
        "the login of the web applications",
        file ->
            Set.of(
                    "dev.baton.access.SecurityConfiguration",
                    "dev.baton.access.WebappAuthenticationProvider")
                .contains(file.getName()));
  }

  @ArchTest
  static final ArchRule only_the_fence_touches_the_inside_of_the_engine =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.baton.engine..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.camunda.bpm.engine.impl..", "org.camunda.bpm.model..")
                  // the public IdentityService answers with it
                  .and(not(type(Authentication.class))));

  @ArchTest
  static final ArchRule now_comes_from_an_injected_clock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("a test and the demo must be able to move time: use " + Clock.class.getName());

  @ArchTest
  static final ArchRule instants_go_into_sql_and_come_out_by_one_class =
      noClasses()
          .should()
          .dependOnClassesThat(
              belongToAnyOf(java.sql.Timestamp.class, java.sql.Date.class, java.sql.Time.class))
          .because("those hold the wall time of the machine's zone: use " + Sql.class.getName());

  @ArchTest
  static final ArchRule packages_are_named_after_what_they_are_about =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..",
              "..common..",
              "..impl..",
              "..service..",
              "..dto..",
              "..config..",
              "..helper..");

  @ArchTest
  static final ArchRule classes_are_named_after_what_they_are =
      noClasses()
          .that()
          // a step is named after its label, such as "Escalate to manager"
          .doNotImplement(JavaDelegate.class)
          .should()
          .haveNameMatching(".*(Service|Manager|Impl|Dto|DTO|Utils?|Helper)$");

  @ArchTest
  static final ArchRule steps_are_final_and_closed =
      classes()
          .that()
          .implement(JavaDelegate.class)
          .should()
          .haveModifier(JavaModifier.FINAL)
          .andShould()
          .bePackagePrivate()
          .andShould()
          .resideInAnyPackage(
              "dev.baton.handoff.step",
              "dev.baton.rejection.step",
              "dev.baton.nurture.step",
              "dev.baton.review.step",
              "dev.baton.agent.step");

  @ArchTest
  static final ArchRule steps_call_at_most_two_collaborators =
      constructors()
          .that()
          .areDeclaredInClassesThat()
          .implement(JavaDelegate.class)
          .should()
          .haveRawParameterTypes(
              describe("at most two parameters", parameters -> parameters.size() <= 2));

  @ArchTest
  static final ArchRule settings_are_records =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Value.class)
          .because("@ConfigurationProperties have a type, a default and a description");

  @ArchTest
  static final ArchRule nothing_is_injected_into_fields =
      fields().should().notBeAnnotatedWith(Autowired.class);

  private static final SliceAssignment EACH_PACKAGE =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass file) {
          return SliceIdentifier.of(file.getPackageName());
        }

        @Override
        public String getDescription() {
          return "packages, a room's root being one of them";
        }
      };

  @ArchTest
  static final ArchRule packages_form_no_circle =
      slices().assignedFrom(EACH_PACKAGE).should().beFreeOfCycles();

  @ArchTest
  static void a_package_is_small_enough_to_be_read(JavaClasses scenario) {
    assertThat(topLevel(scenario).collect(groupingBy(JavaClass::getPackageName, counting())))
        .hasSizeGreaterThan(30)
        .allSatisfy((name, files) -> assertThat(files).as(name).isLessThanOrEqualTo(30));
  }

  /** Lines of code, without comments, imports and empty ones. */
  @ArchTest
  static void no_file_is_longer_than_200_lines(JavaClasses imported) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .hasSizeGreaterThan(imported.size() / 3)
          .allSatisfy(file -> assertThat(code(file)).isLessThanOrEqualTo(200));
    }
  }

  private static long code(Path file) throws IOException {
    return Files.readString(file)
        .replaceAll("(?s)/\\*.*?\\*/", "")
        .lines()
        .filter(line -> !line.matches("\\s*(//.*|import .*|package .*)?"))
        .count();
  }

  @ArchTest
  static void a_constructor_has_seven_parameters_and_a_record_nine_components_at_most(
      JavaClasses imported) {
    assertThat(imported.stream().filter(JavaClass::isRecord))
        .hasSizeGreaterThan(400)
        .allSatisfy(
            record ->
                assertThat(
                        record.getFields().stream()
                            .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC)))
                    .hasSizeLessThanOrEqualTo(9));
    assertThat(
            imported.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(file -> !file.isRecord() && !file.isEnum())
                .flatMap(file -> file.getConstructors().stream()))
        .hasSizeGreaterThan(400)
        .allSatisfy(
            constructor ->
                assertThat(constructor.getRawParameterTypes()).hasSizeLessThanOrEqualTo(7));
  }

  @ArchTest
  static void a_name_means_one_class(JavaClasses scenario) {
    assertThat(topLevel(scenario).map(JavaClass::getSimpleName))
        .hasSizeGreaterThan(400)
        .doesNotHaveDuplicates();
  }

  private static Stream<JavaClass> topLevel(JavaClasses scenario) {
    return scenario.stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(file -> !file.getSimpleName().equals("package-info"));
  }
}
