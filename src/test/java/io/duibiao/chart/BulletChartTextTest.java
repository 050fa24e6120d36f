package io.duibiao.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.duibiao.core.Language;
import io.duibiao.core.Period;
import io.duibiao.core.Text;
import io.duibiao.core.Verdict;

/** What a picture says, and that every word of it has a place of its own. */
class BulletChartTextTest {

    private static final Period YEAR = Period.year(2020);

    @ParameterizedTest(name = "{0} × {1}")
    @CsvSource({ "480,0", "480,480", "480,900", "600,0", "720,480", "939,0", "940,0", "940,480", "1000,700", "1200,0",
            "1200,480",
            "1200,800", "1600,900", "2000,0", "2000,480", "4096,0", "4096,480", "1200,4096" })
    void noWordTouchesAnotherWordOrAMarkOrTheEdge(int width, int height) {
        OptionalInt given = height == 0 ? OptionalInt.empty() : OptionalInt.of(height);
        for (Language language : Language.values()) {
            for (List<Verdict> rows : List.of(everything(), everything().subList(0, 1), List.<Verdict> of())) {
                Apart.assertApart(Samples.picture(rows, language, Theme.LIGHT, new Canvas(width, given, 1)));
            }
        }
    }

    @Test
    void theTitleStatesTheFinding() {
        assertTrue(words(table1(), Language.ZH, 1200).contains("内蒙古自治区“十四五”生态环境保护规划：2020年21项指标中，5项达标，3项尚未达标，13项暂不能评价"));
    }

    @Test
    void theTitleNamesTheRegionWhereThePlanDoesNot() {
        BulletChart elsewhere = BulletChart.of(Samples.PLAN, Samples.source(table1()), new Text("呼和浩特市", "Hohhot"), YEAR,
                table1());
        assertTrue(words(elsewhere, Language.ZH, 1600).get(0).startsWith("呼和浩特市 · 内蒙古自治区“十四五”生态环境保护规划：2020年"));
    }

    @Test
    void sourceAndAsOfDateStandInThePicture() {
        List<String> words = words(table1(), Language.ZH, 1200);
        assertTrue(words.contains("目标来源：《内蒙古自治区“十四五”生态环境保护规划》（内政办发〔2021〕60号）。"));
        // 2026-11-21T17:30Z is the 22nd in Beijing.
        assertTrue(words.contains("数据截至2026年11月22日。"));
    }

    @Test
    void provisionalFiguresAreSaidToBe() {
        List<String> words = words(oddities(), Language.ZH, 1600);
        assertTrue(words.contains("数据截至2026年11月22日。含快报数据，以核定数为准。"));
        assertTrue(words.contains("90.6（快报）"));
    }

    @Test
    void differencesOfSharesArePercentagePoints() {
        assertTrue(words(table1(), Language.ZH, 1200).contains("距目标值差8.8个百分点"));
        assertTrue(words(table1(), Language.EN, 1200).contains("8.8\u00a0pp short of the target"));
    }

    @Test
    void whatHasNoFigureIsPrintedAsItIs() {
        String words = String.join("", words(table1(), Language.ZH, 1200));
        for (String printed : List.of("达到国家考核目标", "基本消除", "稳中向好", "不降低", "稳定在45", "90以上", "———", "全区13个达到国家目标要求",
                "(21.13)")) {
            assertTrue(words.contains(printed), printed);
        }
    }

    @Test
    void theLegendNamesOnlyWhatOccurs() {
        List<String> ofOneRow = words(Samples.verdicts(Samples.table1().subList(19, 20), YEAR), Language.ZH, 1200);
        assertTrue(ofOneRow.contains("目标值"));
        assertFalse(ofOneRow.contains("只给出界限，箭头指向可能的一侧"));
        assertFalse(ofOneRow.contains("括号内为累计变化数"));
        List<String> ofTable1 = words(table1(), Language.ZH, 1200);
        assertTrue(ofTable1.contains("只给出界限，箭头指向可能的一侧"));
        assertTrue(ofTable1.contains("括号内为累计变化数"));
    }

    @Test
    void rowsThatDoNotFitAreCountedInThePicture() {
        Picture low = Samples.picture(everything(), Language.ZH, Theme.LIGHT, new Canvas(1200, OptionalInt.of(480), 1));
        assertTrue(Apart.words(low).stream().anyMatch(words -> words.startsWith("限于图高，图中只画出前")));
    }

    @Test
    void aPlanOf145TargetsIsDrawnWholeAtTheDefaultSize() {
        List<Verdict> many = Stream.generate(BulletChartTextTest::everything).limit(5).flatMap(List::stream).limit(145)
                .toList();
        Picture picture = Samples.picture(many, Language.ZH, Theme.LIGHT, new Canvas(1200, OptionalInt.empty(), 1));
        assertEquals(Canvas.GREATEST_SIDE, picture.height());
        assertTrue(Apart.words(picture).stream().noneMatch(words -> words.startsWith("限于图高")));
    }

    @Test
    void aRegionWithoutTargetsIsToldSo() {
        List<String> words = words(List.of(), Language.ZH, 1200);
        assertTrue(words.contains("该规划没有为内蒙古自治区设定2020年适用的目标"));
        assertTrue(words.contains("数据截至2026年11月22日。"));
    }

    @Test
    void equalInputsGiveEqualBytes() {
        Canvas canvas = new Canvas(1200, OptionalInt.empty(), 1);
        assertArrayEquals(Png.of(Samples.picture(oddities(), Language.ZH, Theme.DARK, canvas)),
                Png.of(Samples.picture(oddities(), Language.ZH, Theme.DARK, canvas)));
    }

    @Test
    void aPictureCanBeDrawnAgain() {
        Picture picture = Samples.picture(oddities(), Language.ZH, Theme.DARK, new Canvas(1200, OptionalInt.empty(), 1));
        assertArrayEquals(Png.of(picture), Png.of(picture));
    }

    @Test
    void theScaleEnlargesThePictureAndNothingElse() {
        Picture once = Samples.picture(table1(), Language.ZH, Theme.LIGHT, new Canvas(1000, OptionalInt.of(900), 1));
        Picture twice = Samples.picture(table1(), Language.ZH, Theme.LIGHT, new Canvas(1000, OptionalInt.of(900), 2));
        assertEquals(2000, Png.image(twice).getWidth());
        assertEquals(Apart.boxes(once), Apart.boxes(twice));
    }

    @Test
    void theScaleDoesNotPressTheRowsOfAPictureWithoutAGivenHeight() {
        Picture once = scaled(1);
        assertEquals(Apart.boxes(once), Apart.boxes(scaled(1.9)));
        assertTrue(once.isWithinBounds());
        assertFalse(scaled(3).isWithinBounds());
    }

    private static Picture scaled(double scale) {
        return Samples.picture(table1(), Language.ZH, Theme.LIGHT, new Canvas(1000, OptionalInt.empty(), scale));
    }

    @Test
    void targetsThatOtherDocumentsQuoteNameThoseDocuments() {
        List<Text> documents = List.of(Text.same("《甲规划》"), Text.same("《乙方案》"), Text.same("《丙通知》"));
        BulletChart quoted = BulletChart.of(Samples.PLAN, new Source(documents, true, Samples.AS_OF), Samples.REGION, YEAR,
                table1());
        assertTrue(words(quoted, Language.ZH, 1200).contains("目标来源：《甲规划》《乙方案》等。"));
    }

    @Test
    void anEnglishPictureSaysTargetsInEnglish() {
        List<String> words = words(everything(), Language.EN, 2000);
        for (String said : List.of("≥ 98", "≤ 17", "hold at 45", "no worse than baseline", "set by the state",
                "stable or improving",
                "≈ 2.25 (± 0.0225)", "≥ 15.5 since 2020", "≥ 90", "6.5–8.5", "falling every year")) {
            assertTrue(words.stream().anyMatch(line -> line.startsWith(said)), said + " in " + words);
        }
    }

    @Test
    void noFigureBreaksInsideItsBracket() {
        for (int width : new int[] { 940, 1000, 1200 }) {
            for (String words : words(everything(), Language.ZH, width)) {
                assertFalse(words.matches("[0-9].*（[^）]*"), words);
            }
        }
    }

    @Test
    void aFigureDoesNotRepeatTheUnitBehindTheName() {
        List<Verdict> rows = Samples.verdicts(Samples.withUnits(), YEAR);
        List<String> words = words(rows, Language.ZH, 1200);
        for (String printed : List.of("85.7", "2.71", "1838", "98以上", "12个盟市")) {
            assertTrue(words.contains(printed), printed);
        }
    }

    @Test
    void theTypefaceHasEveryCharacterOfTheSeedData() throws IOException {
        try (DirectoryStream<Path> tables = Files.newDirectoryStream(Path.of("seed-data"), "*.csv")) {
            for (Path table : tables) {
                String text = ChineseFont.displayable(Files.readString(table, StandardCharsets.UTF_8));
                assertEquals(-1, ChineseFont.regular(12).canDisplayUpTo(text), table::toString);
            }
        }
    }

    @ParameterizedTest(name = "{0} × {1} × {2}: {3}")
    @CsvSource({ "1200,0,1,true", "480,480,1,true", "4096,1953,1,true", "4096,1954,1,false", "1200,0,3,true", "1200,0,4,false",
            "479,0,1,false", "4097,0,1,false", "1200,479,1,false", "2000,2000,2,false", "1200,900,0,false",
            "1200,900,-1,false" })
    void aPictureIsBoundedOnASideAndInItsArea(int width, int height, double scale, boolean within) {
        OptionalInt given = height == 0 ? OptionalInt.empty() : OptionalInt.of(height);
        assertEquals(within, new Canvas(width, given, scale).isWithinBounds());
    }

    private static List<String> words(List<Verdict> verdicts, Language language, int width) {
        return words(Samples.bullets(verdicts), language, width);
    }

    private static List<String> words(Chart chart, Language language, int width) {
        return Apart.words(Picture.of(chart, new Look(language, Theme.LIGHT, new Canvas(width, OptionalInt.empty(), 1))));
    }

    private static List<Verdict> table1() {
        return Samples.verdicts(Samples.table1(), YEAR);
    }

    private static List<Verdict> oddities() {
        return Samples.verdicts(Samples.oddities(), YEAR);
    }

    static List<Verdict> everything() {
        List<Verdict> everything = new ArrayList<>(oddities());
        everything.addAll(table1());
        return everything;
    }
}
