package io.duibiao.plan;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small seed tables of the tests' own; a table can be replaced by another or by none. */
final class Tables {

    static final String INDICATORS = "code,name_zh,name_en,short_name,unit,change_unit,decimals,direction,kind,timing,aggregation,"
            + "derived,basis,bases,pass_down,note";
    static final String TARGETS = "id,plan,indicator,scope,region,group,group_mode,attribute,due_kind,due,due_assumed,printed,"
            + "read_as,note,comparison,basis,base_year,baseline,baseline_period,baseline_assumed,baseline_basis,"
            + "baseline_base_year,strive,in_principle,data_lag,derived,path,document,section,quote\n";

    private final Map<String, byte[]> tables = new HashMap<>();

    /** The codes begin with the given letters, so that tests do not meet in one database. */
    Tables(String own) {
        put("plans.csv", "code,title_zh,title_en,document_number,issuer,level,issued,start_year,end_year,base_year",
                own + "-plan,某某规划,A plan,某发〔2021〕1号,某某人民政府,region,2021-09-30,2021,2025,2020",
                own + "-old,《某某方案》,An older plan,,某某人民政府,region,,2016,2020,2015");
        put("plan_notes.csv", "plan,number,note", own + "-plan,2,注二", own + "-plan,1,注一");
        put("indicators.csv",
                INDICATORS,
                own + "-air,某优良天数比例,Good days,,%,百分点,1,HIGHER,LEVEL,FLOW,MEAN,,剔除沙尘,含沙尘,true,注",
                own + "-cod,某化学需氧量减排比例,COD,,%,%,2,HIGHER,CUMULATIVE_CHANGE,STOCK,NONE,,,,,");
        put("regions.csv", "code,name_zh,name_en,short_name,level,parent", own + "00,某区,Some region,某,region,",
                own + "01,某市,Some city,某,league," + own + "00");
        put("groups.csv", "code,name_zh,name_en,members,document,section,quote",
                own + "-near,某市及周边,Near," + own + "01," + own + "-plan,三/(一),某市及周边", own + "-open,其他,Others,," + own
                        + "-plan,三/(一),其他");
        put("values.csv", "indicator,region,scope,period,basis,base_year,printed,value,status,source,note,derived,document,"
                + "section,quote");
        put("paths.csv", "code,title_zh,title_en,points,note,document,section,quote",
                own + "-path,年度进度,Yearly shares,12:10 24:35 36:65,,《某某细则》,第一类,10%、35%、65%");
        put("comparable_bases.csv", "indicator,basis_a,basis_b,reason,document,section,quote",
                own + "-air,剔除沙尘,考核口径,同一方法,《某某公报》,第二节,两种口径可比");
        put("schemes.csv", "code,title_zh,title_en,version,part,attributes,indicators,form,step,points,veto,zero_if_worse,"
                + "path,note,document,section,quote",
                own + "-points,某计分办法,Points,2014,1,BINDING,,MATRIX,,60 55 40 0,true,false,,,《某某细则》,一,60分");
        table("targets.csv", TARGETS + target(own, 1, "不低于90.8%") + target(own, 2, "95%以上"));
    }

    static String target(String own, int number, String printed) {
        return own + "-plan." + number + "," + own + "-plan," + own + "-air,," + own + "00,,,BINDING,BY,2025-12-31,," + printed
                + ",,,,剔除沙尘,,90.8,,,,,,,,,," + own + "-plan,专栏1 第" + number + "行," + printed + "\n";
    }

    Tables put(String file, String... lines) {
        return table(file, String.join("\n", lines) + "\n");
    }

    Tables table(String file, String content) {
        tables.put(file, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Tables bytes(String file, byte[] content) {
        tables.put(file, content);
        return this;
    }

    Tables without(String file) {
        tables.remove(file);
        return this;
    }

    Seed seed() {
        return new Seed(file -> Optional.ofNullable(tables.get(file)));
    }

    /** What the loader finds wrong. */
    List<String> faults() {
        Seed seed = seed();
        SeedCatalogue.read(seed);
        return seed.faults().stream().map(Seed.Fault::toString).toList();
    }
}
