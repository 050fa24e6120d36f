package io.duibiao.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Phrases as plans print them, and the rules that they mean. */
class PhrasesTest {

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # AtLeast
            达到83.8%                  | HIGHER LEVEL | AtLeast 83.8 %
            达到 83.8%                 | HIGHER LEVEL | AtLeast 83.8 %
            不低于59.6%                | HIGHER LEVEL | AtLeast 59.6 %
            95%以上                    | HIGHER LEVEL | AtLeast 95 %
            达到50％以上               | HIGHER LEVEL | AtLeast 50 %
            ≥92                        | HIGHER LEVEL | AtLeast 92
            >=92                       | HIGHER LEVEL | AtLeast 92
            提高到90%                  | HIGHER LEVEL | AtLeast 90 %
            增至53个                   | HIGHER LEVEL | AtLeast 53 个
            由44个增至53个             | HIGHER LEVEL | AtLeast 53 个
            由7天提升至10天            | HIGHER LEVEL | AtLeast 10 天
            至少3次                    | HIGHER LEVEL | AtLeast 3 次
            不少于1,875个              | HIGHER LEVEL | AtLeast 1875 个
            达到或高于81.0%            | HIGHER LEVEL | AtLeast 81.0 %
            达到或优于85%              | HIGHER LEVEL | AtLeast 85 %
            18                         | HIGHER LEVEL | AtLeast 18
            23.5                       | HIGHER LEVEL | AtLeast 23.5
            百分之八十以上             | HIGHER LEVEL | AtLeast 80 %
            两个                       | HIGHER LEVEL | AtLeast 2 个
            一百                       | HIGHER LEVEL | AtLeast 100
            三成以上                   | HIGHER LEVEL | AtLeast 30 %
            6.25米及以上               | HIGHER LEVEL | AtLeast 6.25 米
            达到4500万千瓦             | HIGHER LEVEL | AtLeast 4500 万千瓦
            达到5000万亩               | NONE LEVEL   | AtLeast 5000 万亩
            达到全社会排放量的10%      | HIGHER LEVEL | AtLeast 10 %
            # Above
            超过85%                    | HIGHER LEVEL | Above 85 %
            大于35%                    | HIGHER LEVEL | Above 35 %
            高于81.8%                  | HIGHER LEVEL | Above 81.8 %
            突破30%                    | HIGHER LEVEL | Above 30 %
            95%以上(不含)              | HIGHER LEVEL | Above 95 %
            # AtMost
            3.8%以内                   | LOWER LEVEL  | AtMost 3.8 %
            控制在211亿立方米以内      | LOWER LEVEL  | AtMost 211 亿立方米
            ≤17                        | LOWER LEVEL  | AtMost 17
            17                         | LOWER LEVEL  | AtMost 17
            降低到75%以下              | LOWER LEVEL  | AtMost 75 %
            不高于5                    | LOWER LEVEL  | AtMost 5
            不超过0.5起/每万枚         | LOWER LEVEL  | AtMost 0.5 起/每万枚
            低于75%(含)                | LOWER LEVEL  | AtMost 75 %
            # Below
            低于75%                    | LOWER LEVEL  | Below 75 %
            不满10                     | LOWER LEVEL  | Below 10
            小于3微克/立方米           | LOWER LEVEL  | Below 3 微克/立方米
            65蒸吨/小时(不含)以下      | LOWER LEVEL  | Below 65 蒸吨/小时
            # About
            79%左右                    | LOWER LEVEL  | About 79 ± 0.79 assumed %
            下降到79%左右              | LOWER LEVEL  | About 79 ± 0.79 assumed %
            2.25亿吨标准煤左右         | LOWER LEVEL  | About 2.25 ± 0.0225 assumed 亿吨标准煤
            控制在21.3%左右            | LOWER LEVEL  | About 21.3 ± 0.213 assumed %
            总体为75%左右              | HIGHER LEVEL | About 75 ± 0.75 assumed %
            # Between
            1-2个                      | HIGHER LEVEL | Between 1 2 个
            建成1-2个国家“美丽河湖”    | HIGHER LEVEL | Between 1 2 个
            7—10天                     | HIGHER LEVEL | Between 7 10 天
            2－6小时                   | LOWER LEVEL  | Between 2 6 小时
            15%～20%                   | NONE LEVEL   | Between 15 20 %
            15%至20%之间               | NONE LEVEL   | Between 15 20 %
            一至两个                   | NONE LEVEL   | Between 1 2 个
            # Exactly
            0                          | LOWER LEVEL  | Exactly 0
            =5                         | NONE LEVEL   | Exactly 5
            # ChangeBy
            较2015年下降15%            | LOWER LEVEL  | ChangeBy 15 PERCENT since 2015 %
            比2013年下降10%的任务目标  | LOWER LEVEL  | ChangeBy 10 PERCENT since 2013 %
            下降12%                    | LOWER LEVEL  | ChangeBy 12 PERCENT %
            降低20个百分点             | LOWER LEVEL  | ChangeBy 20 POINT 百分点
            提高超过5个百分点          | HIGHER LEVEL | ChangeBy 5 POINT strict 百分点
            增加5万亩                  | HIGHER LEVEL | ChangeBy 5 ABSOLUTE 万亩
            减半                       | LOWER LEVEL  | ChangeBy 50 PERCENT
            15.5                       | HIGHER CUMULATIVE_CHANGE | ChangeBy 15.5 PERCENT
            ≥15.5                      | HIGHER CUMULATIVE_CHANGE | ChangeBy 15.5 PERCENT
            不低于10%                  | HIGHER CUMULATIVE_CHANGE | ChangeBy 10 PERCENT %
            10%以上                    | HIGHER CUMULATIVE_CHANGE | ChangeBy 10 PERCENT %
            超过10%                    | HIGHER CUMULATIVE_CHANGE | ChangeBy 10 PERCENT strict %
            较2015年下降14%            | HIGHER CUMULATIVE_CHANGE | ChangeBy 14 PERCENT since 2015 %
            20个百分点                 | HIGHER CUMULATIVE_CHANGE | ChangeBy 20 POINT 百分点
            减半                       | HIGHER CUMULATIVE_CHANGE | ChangeBy 50 PERCENT
            新增5000万千瓦             | HIGHER CUMULATIVE_TOTAL  | AtLeast 5000 万千瓦
            新增新能源装机超过5000万千瓦 | HIGHER CUMULATIVE_TOTAL | Above 5000 万千瓦
            新增5个                    | HIGHER LEVEL | ChangeBy 5 ABSOLUTE 个
            减少一半                   | LOWER LEVEL  | ChangeBy 50 PERCENT %
            翻一番                     | HIGHER LEVEL | ChangeBy 100 PERCENT
            # Maintain
            稳定在45                   | HIGHER LEVEL | Maintain 45 ± 0 assumed
            稳定在45%                  | HIGHER LEVEL | Maintain 45 ± 0 assumed %
            保持在45%以上              | HIGHER LEVEL | AtLeast 45 %
            # NotWorseThanBaseline
            不降低                     | HIGHER LEVEL | NotWorseThanBaseline
            不减少                     | HIGHER LEVEL | NotWorseThanBaseline
            不增加                     | LOWER LEVEL  | NotWorseThanBaseline
            不低于现状                 | HIGHER LEVEL | NotWorseThanBaseline
            保持稳定                   | LOWER LEVEL  | NotWorseThanBaseline
            总体保持稳定               | NONE LEVEL   | NotWorseThanBaseline
            # Improve
            有所下降                   | LOWER LEVEL  | Improve BASELINE
            持续减少                   | LOWER LEVEL  | Improve EVERY_YEAR
            进一步改善                 | HIGHER LEVEL | Improve BASELINE
            减轻                       | LOWER LEVEL  | Improve BASELINE
            # StableOrImproving
            稳中向好                   | HIGHER LEVEL | StableOrImproving ± 0 assumed
            持续稳中有降               | LOWER LEVEL  | StableOrImproving ± 0 assumed
            # growth
            实现负增长                 | LOWER LEVEL  | NegativeGrowth
            保持负增长                 | LOWER LEVEL  | NegativeGrowth every year
            零增长                     | LOWER LEVEL  | ZeroGrowth
            实现化肥农药使用量零增长   | LOWER LEVEL  | ZeroGrowth
            # Eliminate
            消除                       | LOWER LEVEL  | Eliminate
            清零                       | LOWER LEVEL  | Eliminate
            实现区域内火点动态“清零”   | LOWER LEVEL  | Eliminate
            淘汰                       | LOWER LEVEL  | Eliminate
            取缔                       | LOWER LEVEL  | Eliminate
            零填埋                     | LOWER LEVEL  | Eliminate
            零排放                     | LOWER LEVEL  | Eliminate
            淘汰35蒸吨以下燃煤锅炉     | LOWER LEVEL  | Eliminate
            淘汰10蒸吨及以下           | LOWER LEVEL  | Eliminate
            淘汰65蒸吨/小时以下        | LOWER LEVEL  | Eliminate
            基本消除                   | LOWER LEVEL  | Eliminate basically
            基本淘汰10蒸吨及以下燃煤锅炉 | LOWER LEVEL | Eliminate basically
            基本淘汰国三及以下柴油货车 | LOWER LEVEL  | Eliminate basically
            基本实现原生生活垃圾“零填埋” | LOWER LEVEL | Eliminate basically
            # Complete
            全部                       | HIGHER LEVEL | Complete
            所有                       | HIGHER LEVEL | Complete
            全覆盖                     | HIGHER LEVEL | Complete
            所有涉气企业全覆盖         | HIGHER LEVEL | Complete
            所有旗县和重点镇具备污水收集处理能力 | HIGHER LEVEL | Complete
            全面完成                   | HIGHER LEVEL | Complete
            全收集全处理               | HIGHER LEVEL | Complete
            全收集、全处理             | HIGHER LEVEL | Complete
            实现地级城市建成区污水全收集、全处理 | HIGHER LEVEL | Complete
            基本完成                   | HIGHER LEVEL | Complete basically
            得到基本管控               | HIGHER LEVEL | Complete basically
            基本稳定                   | HIGHER LEVEL | Complete basically
            基本完成35蒸吨及以下燃煤锅炉淘汰工作 | HIGHER LEVEL | Complete basically
            基本实现全面达标排放       | HIGHER LEVEL | Complete basically
            完成1875个建制村农村环境综合整治任务 | HIGHER LEVEL | Complete 1875 个
            完成190万千瓦火电机组超低排放改造 | HIGHER LEVEL | Complete 190 万千瓦
            建成130个                  | HIGHER LEVEL | Complete 130 个
            全部5个                    | HIGHER LEVEL | Complete 5 个
            所有13段                   | LOWER LEVEL  | Complete 13 段
            建成至少1个生态文明教育场馆 | HIGHER LEVEL | Complete 1 个
            完成新增1200个建制村环境整治任务 | HIGHER CUMULATIVE_TOTAL | Complete 1200 个
            至少发布一次               | HIGHER LEVEL | Complete 1 次
            消除13段                   | HIGHER LEVEL | Complete 13 段
            全部达到国家节水型城市标准要求 | HIGHER LEVEL | Complete
            六个百分之百               | HIGHER LEVEL | Complete
            # Prohibited
            严禁                       | LOWER LEVEL  | Prohibited
            不再新建                   | LOWER LEVEL  | Prohibited
            原则上不再新建35蒸吨以下燃煤锅炉 | LOWER LEVEL | Prohibited
            禁止出现                   | LOWER LEVEL  | Prohibited
            杜绝发生露天火点           | LOWER LEVEL  | Prohibited
            全面禁止露天焚烧秸秆       | LOWER LEVEL  | Prohibited
            # ByStandard
            达到Ⅲ类                    | LOWER LEVEL  | ByStandard Ⅲ类 3
            达到III类                  | LOWER LEVEL  | ByStandard III类 3
            达到或好于Ⅲ类              | LOWER LEVEL  | ByStandard Ⅲ类 3
            达到地表水Ⅳ类标准          | LOWER LEVEL  | ByStandard 地表水Ⅳ类标准 4
            继续保持达到《地下水质量标准》Ⅲ类标准要求 | LOWER LEVEL | ByStandard 《地下水质量标准》Ⅲ类标准要求 3
            PM2.5达标                  | LOWER LEVEL  | ByStandard PM2.5达标
            确保2020年达标             | LOWER LEVEL  | ByStandard 达标
            达到先进定额标准           | LOWER LEVEL  | ByStandard 先进定额标准
            达到相应排放标准或再生利用要求 | HIGHER LEVEL | ByStandard 相应排放标准或再生利用要求
            # SameAs
            控制在"十三五"水平         | LOWER LEVEL  | SameAs 十三五水平
            达到或优于“十四五”约束性指标要求 | HIGHER LEVEL | SameAs 十四五约束性指标要求
            # StateAssessed
            达到国家考核目标           | HIGHER LEVEL | StateAssessed
            达到国家目标要求           | HIGHER LEVEL | StateAssessed
            达到相关要求               | HIGHER LEVEL | StateAssessed
            确保实现年度减排目标任务   | HIGHER LEVEL | StateAssessed
            # Judged
            得到有效保障               | HIGHER LEVEL | Judged
            长治久清                   | HIGHER LEVEL | Judged
            实现长制久清               | HIGHER LEVEL | Judged
            # several
            分别下降25%、20%以上       | LOWER LEVEL  | ChangeBy 25 PERCENT % ; ChangeBy 20 PERCENT %
            比2015年分别下降25%、20%以上 | LOWER LEVEL | ChangeBy 25 PERCENT since 2015 % ; ChangeBy 20 PERCENT since 2015 %
            分别达到85%、95%左右       | HIGHER LEVEL | About 85 ± 0.85 assumed % ; About 95 ± 0.95 assumed %
            85%、95%左右               | HIGHER LEVEL | About 85 ± 0.85 assumed % ; About 95 ± 0.95 assumed %
            分别降低20、15个百分点     | LOWER LEVEL  | ChangeBy 20 POINT 百分点 ; ChangeBy 15 POINT 百分点
            达到全社会排放量的10%、20%、30% | HIGHER LEVEL | AtLeast 10 % ; AtLeast 20 % ; AtLeast 30 %
            分别达到98%和90%以上       | HIGHER LEVEL | AtLeast 98 % ; AtLeast 90 %
            # with the name before
            二氧化硫排放量较2015年下降15% | LOWER LEVEL | ChangeBy 15 PERCENT since 2015 %
            52个国控地表水断面水质优良比例不低于59.6% | HIGHER LEVEL | AtLeast 59.6 %
            水源水质达到或优于Ⅲ类比例达到或高于81.0% | HIGHER LEVEL | AtLeast 81.0 %
            万元国内生产总值用水量、万元工业增加值用水量比2015年分别下降25%、20%以上 | LOWER LEVEL | ChangeBy 25 PERCENT since 2015 % ; ChangeBy 20 PERCENT since 2015 %
            旗县（市、区）、城市污水处理率分别达到85%、95%左右 | HIGHER LEVEL | About 85 ± 0.85 assumed % ; About 95 ± 0.95 assumed %
            呼和浩特市、包头市和赤峰市黑臭水体治理完成率均不低于95% | HIGHER LEVEL | AtLeast 95 %
            完成全区受污染耕地安全利用和严格管控总面积不低于1.35万亩的目标任务 | HIGHER LEVEL | AtLeast 1.35 万亩
            抽检柴油车数量不低于当地柴油车保有量的80％ | HIGHER LEVEL | AtLeast 80 %
            力争实现废弃农膜回收率达到80％以上 | HIGHER LEVEL | AtLeast 80 %
            2020年，全区用水总量要控制在211亿立方米以内。 | LOWER LEVEL | AtMost 211 亿立方米
            年底前实现电石法聚氯乙烯行业单位用汞量减半 | LOWER LEVEL | ChangeBy 50 PERCENT
            主要农作物化肥、农药使用量实现负增长 | LOWER LEVEL | NegativeGrowth
            力争到2025年，接入及覆盖比例达到85% | HIGHER LEVEL | AtLeast 85 %
            到二〇三五年达到90%        | HIGHER LEVEL | AtLeast 90 %
            """)
    void aPhraseMeansWhatPlannersMeanByIt(String phrase, String about, String expected) {
        assertEquals(expected, read(phrase, about));
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            ''           | HIGHER LEVEL | ''     | 0
            大幅提高     | HIGHER LEVEL | 大幅   | 0
            适度增长     | HIGHER LEVEL | 适度   | 0
            83.8%吧      | HIGHER LEVEL | 吧     | 5
            约莫八十     | HIGHER LEVEL | 约莫   | 0
            个           | HIGHER LEVEL | 个     | 0
            %            | HIGHER LEVEL | %      | 0
            不低于       | HIGHER LEVEL | 不低于 | 0
            不低于90%以内 | HIGHER LEVEL | 以内  | 6
            不低于90%左右 | HIGHER LEVEL | 左右  | 6
            超过90%以上  | HIGHER LEVEL | 以上   | 5
            提高到90%以下 | HIGHER LEVEL | 提高到90%以下 | 0
            下降到90%以上 | LOWER LEVEL | 下降到90%以上 | 0
            下降12%      | HIGHER LEVEL | 下降   | 0
            提高12%      | LOWER LEVEL  | 提高   | 0
            下降到79%    | HIGHER LEVEL | 下降到 | 0
            有所下降     | HIGHER LEVEL | 有所下降 | 0
            不降低       | LOWER LEVEL  | 不降低 | 0
            负增长       | HIGHER LEVEL | 负增长 | 0
            减半         | HIGHER LEVEL | 减半   | 0
            18           | NONE LEVEL   | 18     | 0
            下降12%      | NONE LEVEL   | 下降   | 0
            下降12%左右  | LOWER LEVEL  | 12%左右 | 2
            下降10%—15%  | LOWER LEVEL  | 10%—15% | 2
            下降12       | LOWER LEVEL  | 12     | 2
            达到20个百分点 | HIGHER LEVEL | 20个百分点 | 2
            15.5亿吨     | HIGHER CUMULATIVE_CHANGE | 15.5亿吨 | 0
            较2015年达到90% | HIGHER LEVEL | 较2015年 | 0
            每年下降5%   | LOWER LEVEL  | 下降5% | 2
            分别达到90%  | HIGHER LEVEL | 达到90% | 2
            水量、浓度、利用率分别达到1%、2% | HIGHER LEVEL | 水量、浓度、利用率分别达到1%、2% | 0
            由53个增至44个 | HIGHER LEVEL | 由53个增至44个 | 0
            由36%增至53个 | HIGHER LEVEL | 由36%增至53个 | 0
            10—7天       | HIGHER LEVEL | 10—7天 | 0
            基本达到90%  | HIGHER LEVEL | 90%    | 4
            一百二       | HIGHER LEVEL | 一百二     | 0
            七八个       | HIGHER LEVEL | 七八个   | 0
            1.2.3        | HIGHER LEVEL | .      | 3
            1e5          | HIGHER LEVEL | e      | 1
            10²          | HIGHER LEVEL | ²      | 2
            8 5%         | HIGHER LEVEL | 5      | 2
            123456789012345 | HIGHER LEVEL | 123456789012345 | 0
            达到 0.12345% | HIGHER LEVEL | 0.12345 | 3
            79%左右(±1)  | LOWER LEVEL  | (±     | 5
            光伏发电达到1500万千瓦 | HIGHER LEVEL | 光伏发电 | 0
            森林覆盖率23.5% | HIGHER LEVEL | 23.5 | 5
            不90%        | HIGHER LEVEL | 不     | 0
            达到90%，力争95% | HIGHER LEVEL | ，    | 5
            完成90个左右吧 | HIGHER LEVEL | 吧   | 7
            严禁超过5%   | LOWER LEVEL  | 超过   | 2
            全部用水量减少 | HIGHER LEVEL | 减少 | 5
            较2015年有所下降 | LOWER LEVEL | 较2015年 | 0
            85%、95     | HIGHER LEVEL | 95    | 4
            淘汰4.3米焦炉 | LOWER LEVEL | 4.3  | 2
            达到VI类     | LOWER LEVEL  | VI类 | 2
            好于Ⅲ类      | LOWER LEVEL  | Ⅲ类  | 2
            超过国家考核目标 | HIGHER LEVEL | 国家考核目标 | 2
            新增         | HIGHER LEVEL | 新增   | 0
            力争         | HIGHER LEVEL | 力争   | 0
            控制在18     | HIGHER LEVEL | 18     | 3
            优于35       | NONE LEVEL   | 优于   | 0
            完成10%      | HIGHER LEVEL | 10%    | 2
            污水实现全收集、全处理 | HIGHER LEVEL | 污水 | 0
            """)
    void whatNoRuleExplainsIsNamedWithItsPlace(String phrase, String about, String part, int at) {
        UnreadablePhrase e = unreadable(phrase, about);
        assertEquals(List.of(part, at), List.of(e.part(), e.at()), e.why().zh());
        assertEquals(phrase, e.phrase());
        assertTrue(phrase.startsWith(part, at));
    }

    private static String read(String phrase, String about) {
        String[] words = about.split(" ");
        return Phrases.parse(phrase, Direction.valueOf(words[0]), Kind.valueOf(words[1])).stream().map(PhraseRendering::of)
                .collect(Collectors.joining(" ; "));
    }

    private static UnreadablePhrase unreadable(String phrase, String about) {
        return assertThrows(UnreadablePhrase.class, () -> read(phrase, about));
    }

    @ParameterizedTest(name = "{0} on {1} starts from {2}")
    @CsvSource({ "由44个增至53个, HIGHER, 44", "由36增至53个, HIGHER, 36", "由12%下降到8%, LOWER, 12", "增至53个, HIGHER, " })
    void aPhraseThatStartsFromAFigureGivesItAsTheBaseline(String phrase, Direction better, String baseline) {
        assertEquals(Optional.ofNullable(baseline).map(Quantity::of), Phrases.read(phrase, better, Kind.LEVEL).baseline());
    }

    @Test
    void aRangeThatRunsBackwardsIsCalledThat() {
        assertEquals("区间上下限颠倒或相等", unreadable("10-5个", "HIGHER LEVEL").why().zh());
    }
}
