package io.duibiao;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.Locale.LanguageRange;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;

/** The rooms of ARCHITECTURE.md, as rules. */
class ArchitectureTest {

    private static final JavaClasses ROOMS = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
            .importPackages("io.duibiao");

    private static final Set<String> FACES = Set.of("Plans", "Seed", "SeedTable", "Seeded", "Referring", "Lookup", "Names",
            "Measurements", "Attainments", "Charts", "Renders", "Said", "Words", "Printed", "Accounts", "AuditLog", "Person",
            "KnownRegions", "Roles", "History", "Chain", "Content",
            "Ledger", "Link", "RecordedRow");

    private static final Set<Class<?>> BINARY_FRACTIONS = Set.of(double.class, float.class, Double.class, Float.class);

    @Test
    void theCoreIsPureJava() {
        classes().that().resideInAPackage("io.duibiao.core")
                .should().onlyDependOnClassesThat().resideInAnyPackage("io.duibiao.core", "java..", "org.jspecify..")
                .because("what the words of a plan mean does not change with a framework or a database").check(ROOMS);
    }

    @Test
    void aRoomUsesOnlyThoseBeforeIt() {
        layeredArchitecture().consideringOnlyDependenciesInLayers()
                .layer("core").definedBy("io.duibiao.core")
                .layer("problem").definedBy("io.duibiao.problem")
                .layer("web").definedBy("io.duibiao.web")
                .layer("history").definedBy("io.duibiao.history")
                .layer("account").definedBy("io.duibiao.account")
                .layer("plan").definedBy("io.duibiao.plan")
                .layer("measurement").definedBy("io.duibiao.measurement")
                .layer("attainment").definedBy("io.duibiao.attainment")
                .layer("chart").definedBy("io.duibiao.chart")
                .layer("briefing").definedBy("io.duibiao.briefing")
                .layer("exchange").definedBy("io.duibiao.exchange")
                .whereLayer("web")
                .mayOnlyBeAccessedByLayers("account", "plan", "measurement", "attainment", "chart", "briefing", "exchange")
                .whereLayer("history")
                .mayOnlyBeAccessedByLayers("account", "plan", "measurement", "attainment", "chart", "briefing", "exchange")
                .whereLayer("account")
                .mayOnlyBeAccessedByLayers("plan", "measurement", "attainment", "chart", "briefing", "exchange")
                .whereLayer("plan").mayOnlyBeAccessedByLayers("measurement", "attainment", "chart", "briefing", "exchange")
                .whereLayer("measurement").mayOnlyBeAccessedByLayers("attainment", "chart")
                .whereLayer("attainment").mayOnlyBeAccessedByLayers("chart", "briefing", "exchange")
                .whereLayer("exchange").mayNotBeAccessedByAnyLayer()
                .whereLayer("chart").mayOnlyBeAccessedByLayers("briefing")
                .whereLayer("briefing").mayNotBeAccessedByAnyLayer()
                .ensureAllClassesAreContainedInArchitectureIgnoring("io.duibiao")
                .because("data flows one way: what was planned, what was measured, how far we are, how it looks").check(ROOMS);
    }

    @Test
    void roomsFormNoCycle() {
        slices().matching("io.duibiao.(*)..").should().beFreeOfCycles()
                .because("two rooms that need each other are one room").check(ROOMS);
    }

    @Test
    void onlyTheFaceOfARoomIsPublic() {
        classes()
                .that().resideOutsideOfPackages("io.duibiao", "io.duibiao.core", "io.duibiao.problem", "io.duibiao.web")
                .and(describe("are public at the top",
                        room -> room.isTopLevelClass() && room.getModifiers().contains(JavaModifier.PUBLIC)))
                .and().areNotAnnotatedWith(Provider.class)
                .should(be(describe("a face, a resource or a configuration", ArchitectureTest::mayBePublic)))
                .because("a room can be rebuilt behind its face without asking the others").check(ROOMS);
    }

    @Test
    void figuresAreExactDecimals() {
        noClasses().that().resideOutsideOfPackages("io.duibiao.chart", "io.duibiao.briefing")
                .should(be(describe("counting in binary fractions", ArchitectureTest::countsInBinaryFractions)))
                .because(
                        "90.8 is no double, and a verdict turns on the last decimal; only drawing and laying out may approximate")
                .check(ROOMS);
    }

    @Test
    void aResourceLivesInTheRoomThatAnswers() {
        classes().that().areAnnotatedWith(Path.class)
                .should().haveSimpleNameEndingWith("Resource")
                .andShould().resideOutsideOfPackages("io.duibiao.core", "io.duibiao.problem", "io.duibiao.web")
                .because("a path is found by the question that it asks").check(ROOMS);
    }

    @Test
    void rowsStayInTheirRoom() {
        classes().that().areAnnotatedWith(Entity.class)
                .should().haveSimpleNameEndingWith("Row").andShould().bePackagePrivate()
                .because("a table is its room's own business; the others see core types").check(ROOMS);
    }

    @Test
    void thereIsOneWayToFail() {
        noClasses().that().resideOutsideOfPackage("io.duibiao.problem")
                .should().dependOnClassesThat(assignableTo(WebApplicationException.class))
                .because("every failure is a ProblemException, answered in one place and in one form").check(ROOMS);
    }

    private static boolean mayBePublic(JavaClass room) {
        String name = room.getSimpleName();
        return FACES.contains(name) || name.endsWith("Resource") || name.endsWith("Config");
    }

    private static boolean countsInBinaryFractions(JavaClass type) {
        Stream<JavaClass> declared = type.getFields().stream().map(JavaField::getRawType);
        Stream<JavaClass> taken = type.getCodeUnits().stream().map(JavaCodeUnit::getRawParameterTypes).flatMap(t -> t.stream());
        Stream<JavaClass> given = type.getCodeUnits().stream().map(JavaCodeUnit::getRawReturnType);
        Stream<JavaClass> called = type.getCodeUnitAccessesFromSelf().stream().map(access -> access.getTarget())
                .filter(target -> !target.getOwner().isEquivalentTo(LanguageRange.class)) // a weight in Accept-Language is no figure
                .flatMap(ArchitectureTest::typesOf);
        return Stream.of(declared, taken, given, called).flatMap(types -> types)
                .anyMatch(one -> BINARY_FRACTIONS.stream().anyMatch(one::isEquivalentTo));
    }

    private static Stream<JavaClass> typesOf(CodeUnitAccessTarget target) {
        return Stream.concat(target.getRawParameterTypes().stream(), Stream.of(target.getRawReturnType()));
    }
}
