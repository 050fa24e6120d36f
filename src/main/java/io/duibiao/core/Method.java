package io.duibiao.core;

import java.util.Optional;

/**
 * A published way to tell whether a target is being reached in time. In the formulas b is the base, x the latest figure, v the
 * target, n the years from base to latest figure, N those from base to due date, r those that remain, d = 1 where higher is
 * better, else −1.
 */
public enum Method {
    /** Our own: the share of the way walked against the share of the time gone, in calendar months. */
    SCHEDULE(new Text("序时进度", "linear schedule (序时进度)"), "(x − b) ÷ (v − b) ≥ n ÷ N",
            new Source(new Text("对标", "Duibiao"),
                    new Text("评价方法", "Method of assessment"),
                    Optional.empty(), new Text("同一评价的 explain", "the explain of the same verdict"))),

    /** The growth seen against the growth needed, both compounded. */
    COMPOUND_GROWTH(new Text("复合增长率之比（加拿大统计局）", "compound growth ratio (Statistics Canada)"),
            "R = d·g ÷ |G|, g = (x ÷ b)^(1/n) − 1, G = (v ÷ b)^(1/N) − 1; 0.95, 0.60, 0",
            new Source(new Text("加拿大统计局", "Statistics Canada"),
                    Text.same("Progress Measurement for Canada’s Sustainable Development Goals"), Optional.empty(),
                    Text.same("Methodology Adopted, Indicators with quantitative targets; "
                            + "https://sdgcif-data-canada-oddcic-donnee.github.io/methodology"))),

    /** How much of the way from base to target will have been walked if growth goes on as compounded so far. */
    EXTRAPOLATION(new Text("外推法（联合国可持续发展目标进展图）", "extrapolation (UN SDG progress chart)"),
            "(e − b) ÷ (v − b), e = x·(1 + g)^r, g = (x ÷ b)^(1/n) − 1; 0.95, 0.10",
            new Source(new Text("联合国经济和社会事务部统计司", "United Nations Statistics Division"),
                    Text.same("Sustainable Development Goals Progress Chart 2023: Technical Note"), Optional.of(2023),
                    Text.same("https://unstats.un.org/sdgs/files/report/2023/Progress_Chart_Technical_Note_2023.pdf"))),

    /** How far the target will be missed if the average change of the last years goes on. */
    WEATHER(new Text("天气符号（德国联邦统计局）", "weather symbols (Destatis)"),
            "d·(v − h) ÷ |v − x|, h = x + s·r, s = (x − x₅) ÷ 5, x₅ = five years before; 5 %, 20 %",
            new Source(new Text("德国联邦统计局", "Federal Statistical Office of Germany (Destatis)"),
                    Text.same("Status of indicators – Methodology"), Optional.empty(),
                    Text.same("https://dns-indikatoren.de/en/status")));

    private final Text label;
    private final String formula;
    private final Source source;

    Method(Text label, String formula, Source source) {
        this.label = label;
        this.formula = formula;
        this.source = source;
    }

    /**
     * Where a method is published.
     *
     * @param year empty for a page that is kept up to date and bears no date
     */
    public record Source(Text publisher, Text title, Optional<Integer> year, Text where) {
    }

    public Text label() {
        return label;
    }

    /** With the thresholds between its classes. */
    public String formula() {
        return formula;
    }

    /** Our own is published with each version of the service. */
    public Source source(Edition edition) {
        return this != SCHEDULE ? source
                : new Source(source.publisher(),
                        Text.of("{0}第{1}版", "{0}, version {1}", source.title(), edition.number()), source.year(),
                        source.where());
    }
}
