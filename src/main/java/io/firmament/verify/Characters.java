package io.firmament.verify;

import java.util.HashMap;
import java.util.Map;

/**
 * Common traditional characters, each with the simplified one that is written for it. Java converts no scripts, and the
 * names of a graph teach those characters only that names have; these are the everyday ones that stand between names, taken
 * from articles that were converted by machine. Without them half of such an article could be copied unseen.
 */
final class Characters {

    private static final String PAIRS = """
            個个們们傑杰備备傾倾僅仅優优兇凶兒儿兩两則则勝胜卻却厲厉參参啓启單单嗎吗嘗尝執执堅坚壘垒壞坏夠够寧宁專专尋寻對对導导屆届層层屬属崗岗
            嶺岭巋岿帶带幹干幾几廣广強强徑径慣惯慮虑換换損损搶抢撐撑擇择擊击擔担據据擠挤攏拢敗败數数斷断時时暫暂棄弃極极構构樣样檻槛權权歡欢歷历歸归
            殘残決决沒没況况淨净減减測测準准溝沟滿满漲涨漸渐潛潜潤润無无煩烦熱热燈灯燒烧狀状獲获現现環环畢毕當当瘋疯療疗盡尽眾众碩硕碼码種种稱称穩稳
            競竞籤签紀纪紛纷細细紹绍終终絕绝給给絲丝線线編编縮缩繼继續续脹胀臨临舉举艱艰藴蕴處处衝冲規规覺觉觀观訂订記记訟讼許许試试話话該该認认誰谁
            調调談谈請请論论諸诸謂谓謹谨證证讀读變变讓让豬猪貴贵費费賠赔賣卖質质賺赚較较輯辑輸输轉转這这連连進进遊游過过選选還还醫医鈕钮銷销鋭锐錄录
            錢钱錯错鍵键鑰钥長长閉闭間间閲阅關关際际難难須须預预頻频題题額额類类顧顾顯显風风麼么點点嚴严媽妈寵宠憑凭懸悬戶户擁拥攬揽曆历歲岁殺杀毀毁
            湧涌溫温潔洁産产產产稅税筆笔簡简籌筹納纳綜综緊紧縱纵聲声興兴舊旧蕭萧藍蓝虛虚親亲觸触詞词誇夸買买貿贸賞赏賢贤趕赶遠远遲迟遺遗釋释銀银闆板
            險险隻只雙双項项頓顿願愿養养驚惊為为爲为與与應应說说説说開开發发業业東东車车書书學学國国會会來来後后從从電电動动務务員员報报資资訊讯網网圖图
            頭头區区華华萬万億亿馬马龍龙門门問问聞闻聯联價价實实驗验團团隊队設设計计創创辦办總总監监負负責责訓训練练語语裏里裡里雲云
            """;

    private Characters() {}

    /** The simplified character for each traditional one. */
    static Map<Integer, Integer> simplified() {
        Map<Integer, Integer> simplified = new HashMap<>();
        var points = PAIRS.replaceAll("\\s", "").codePoints().toArray();
        for (int i = 0; i < points.length; i += 2) {
            simplified.put(points[i], points[i + 1]);
        }
        return simplified;
    }
}
