package io.firmament.verify;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    private static boolean holds(String text, String value) {
        return Numbers.in(text).stream().anyMatch(reading -> reading.holds(new BigDecimal(value)));
    }

    @ParameterizedTest(name = "\"{0}\" holds {1}")
    @CsvSource(delimiter = '|', value = {
        "花了1200万美元|12000000",
        "花了 1200 萬美元|12000000",
        "有4197.6万人|41976000",
        "共3922亿元|392200000000",
        "共1.6万亿|1600000000000",
        "共1750亿|175000000000",
        "1,234,567件|1234567",
        "月薪25-40k|25000",
        "月薪25-40k|40000",
        "待遇150-200w(现金)|1500000",
        "待遇150-200w(现金)|2000000",
        "90-120k，16薪|16",
        "500-800 万年薪|5000000",
        "500-800 万年薪|8000000",
        "3 万至 5 万张|30000",
        "3 万至 5 万张|50000",
        "50 億至 100 億|5000000000",
        "50 億至 100 億|10000000000",
        "20 至 30 亿元|2000000000",
        "1至2款|1",
        "1至2款|2",
        "7、8 年|7",
        "降幅在97%-99%之间|97",
        "降幅在97%-99%之间|99",
        "增长393.9%|393.9",
        "增长20%|0.2",
        "年薪百万|1000000",
        "年薪上百萬|1000000",
        "十万张卡|100000",
        "超千亿美元|100000000000",
        "过亿用户|100000000",
        "上万人|10000",
        "几个亿|200000000",
        "數十億美元|1000000000",
        "數十億美元|2000000000",
        "數十億美元|9999999999",
        "数亿美元|100000000",
        "几百人|200",
        "几百人|900",
        "數十人|99",
        "几年|3",
        "十几家|12",
        "50多款|50",
        "10余条|10",
        "日活在千万级别|10000000",
        "日活在千萬級别|99999999",
        "2 年|2",
        "两年|2",
        "兩年|2",
        "叁年|3",
        "二十一家|21",
        "三百五十万|3500000",
        "一亿三千万|130000000",
        "二〇二四年|2024",
        "一两倍|1",
        "一兩倍|2",
        "四五百个人|400",
        "四五百个人|500",
        "两三百万|3000000",
        "五分之一|20",
        "五分之一|0.2",
        "三分之一|33.3333",
        "三分之一|33.3",
        "百分之六十五|65",
        "三成|30",
        "各占一半|50",
        "仅有一半从业者|0.5",
        "一年半后|1.5",
        "一年半后|18",
        "半年|6",
        "1 元|1",
        "第一|1",
        "第四年|4",
        "首款，第⼀版|1",
        "⼀百人|100",
        "two million yuan|2000000",
        "2.5 billion dollars|2500000000",
        "$25k a year|25000",
    })
    void aNumberIsReadInAnyStyle(String text, String value) {
        assertTrue(holds(text, value), () -> Numbers.in(text).toString());
    }

    @ParameterizedTest(name = "\"{0}\" does not hold {1}")
    @CsvSource(delimiter = '|', value = {
        "没有数字|1",
        "一些人一起，一直如此|1",
        "数据|1",
        "几乎没有|3",
        "百度千帆|100",
        "百度千帆|1000",
        "零一万物|10000",
        "1200万|1200000",
        "1200万|1201",
        "120万|12000000",
        "25-40k|30000",
        "數十億|200000000",
        "數十億|20000000000",
        "千万级别|200000000",
        "三分之一|34.5",
        "五分之一|25",
        "上半年|0.5",
        "半成品|0.5",
        "一成不变|10",
        "形成|10",
        "12.5|2.5",
        "40kg|40000",
        "everyone|1",
    })
    void whatItDoesNotSayIsNotRead(String text, String value) {
        assertFalse(holds(text, value), () -> Numbers.in(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"五分之…", "五分之...", "三分之1.2.3", "百分之", "分之一", "1..2", "万亿亿", "零零", "-", "k", "25-", "第"})
    void whateverIsWrittenNothingBreaks(String text) {
        assertFalse(Numbers.in(text).stream().anyMatch(reading -> reading.holds(new BigDecimal("-1"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"位居第一", "性能最强", "首个", "登上榜首", "領頭的", "新王", "一骑绝尘", "the largest of all"})
    void firstIsSaidInManyWords(String text) {
        assertTrue(Numbers.saysFirst(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"一家公司", "首席执行官", "第二", "almost"})
    void otherWordsDoNotSayFirst(String text) {
        assertFalse(Numbers.saysFirst(text));
    }
}
