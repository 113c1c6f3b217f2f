package org.truce.reconcile.places;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words in place names that mean the same in every name. All are written as {@link Spelling} leaves
 * them, Arabic ones with {@link Spelling#unified}.
 */
final class Vocabulary {
    /** What two names may not differ in and still be one place. */
    enum Trait {
        NORTH,
        SOUTH,
        EAST,
        WEST,
        GREAT,
        SMALL,
        UPPER,
        LOWER,
        NEW,
        OLD,
        CENTRE,
        UNIT,
        COUNTRYSIDE,
        CAMP,
        CROSSING,
        AIRFIELD,
        QUARTER,
        CHECKPOINT
    }

    private static final List<Set<Trait>> OPPOSITES = List.of(
            Set.of(Trait.NORTH, Trait.SOUTH),
            Set.of(Trait.EAST, Trait.WEST),
            Set.of(Trait.GREAT, Trait.SMALL),
            Set.of(Trait.UPPER, Trait.LOWER),
            Set.of(Trait.NEW, Trait.OLD));

    private static final Map<String, Trait> TRAITS = traits("""
        NORTH north northern shamal shamali shamaliya shamaliyah shamaliyya شمال شمالي شماليه
        SOUTH south southern janub janubi janubiya janubiyah janoub janoubi جنوب جنوبي جنوبيه
        EAST east eastern sharq sharqi sharqiya sharqiyah sharqiyya sharki sharkiya sharkiyah
        EAST charki charkiye شرق شرقي شرقيه
        WEST west western gharb gharbi gharbiya gharbiyah gharbiyya غرب غربي غربيه
        GREAT great greater kabir kabira kabirah kabireh kubra kubrah كبير كبيره كبري
        SMALL small saghir saghira saghirah saghireh sughra sughrah صغير صغيره صغري
        UPPER upper fawqa fawqah fawqani fawqaniya fawqaniyah foqa fowqa فوقا فوقاني فوقانيه
        LOWER lower tahta tahtah tahtani tahtaniya tahtaniyah tahtania تحتا تحتاني تحتانيه
        NEW new jadid jadida jadidah jadideh jdid jdideh jadeeda جديد جديده
        OLD old atiq atiqa atiqah qadim qadima qadimah qadeem عتيق عتيقه قديم قديمه
        CENTRE central centre center وسط
        UNIT governorate province muhafazah muhafaza mohafaza mohafazat muhafazat district nahiya
        UNIT nahiyah nahiyat subdistrict region محافظه ناحيه قضاء لواء
        COUNTRYSIDE countryside rural rif reef ريف
        CAMP camp mukhayyam mukhayam مخيم
        CROSSING crossing border maabar mabar معبر حدود
        AIRFIELD airport airbase airfield matar مطار
        QUARTER suburb quarter neighborhood neighbourhood hayy حي ضاحيه
        CHECKPOINT checkpoint hajiz hajez حاجز
        """);

    private static final Set<String> SAYS_NOTHING = words("""
        the of and in at near city town village area madinat madinah baldat baldah qaryat qaryah
        mintaqat vicinity outskirts
        مدينه بلده قريه منطقه قرب في محيط اطراف
        """);

    /** What names of many places begin with: a likeness in these alone says little. */
    private static final Set<String> COMMON = words("""
        tal tall tell tel til kafr kafar kafra kufr kfar kfr kefr deir dayr dair der dir jabal jebel
        jabel gebel khan maarat maarrat maarret maarra marrat ayn ain ein en aain umm um oum om abu
        abou abo bu bou bayt beit bait bet wadi ouadi nahr bir beer sheikh shaykh cheikh sheik qasr
        qalat qalaat khirbat khirbet kherbet khirba kherbat ras burj bourj bab tulul nabi nebi sahl
        mazraat mazra hawsh hosh bani beni dar darat
        تل كفر دير جبل خان معره عين ام ابو بو بيت وادي نهر بير شيخ قصر قلعه خربه راس برج باب تلول
        نبي سهل مزرعه حوش بني دار
        """);

    /** Other names of a place, which no likeness of sounds would find; ours comes last. */
    private static final Map<String, String[]> EXONYMS = exonyms("""
        aleppo alep haleb = halab
        damascus damas damaskus = dimashq
        latakia lattakia lattaquie laodicea latakya = ladhiqiyah
        palmyra = tadmur
        emesa = hims
        antioch = antakya
        alexandretta = iskandarunah
        jerusalem yerushalayim = quds
        hebron hevron = khalil
        acre akko = akka
        jaffa yafo = yafa
        tyre = sur
        sidon = sayda
        byblos = jubayl
        tripoli = tarabulus
        euphrates = furat
        cairo = qahirah
        erbil hewler = arbil
        albu elbu = bu
        kobani kobane كوباني = ayn arab
        """);

    private Vocabulary() {}

    private static Set<String> words(String table) {
        return Set.of(table.strip().split("\\s+"));
    }

    private static Map<String, Trait> traits(String table) {
        Map<String, Trait> map = new HashMap<>();
        table.lines().forEach(line -> {
            String[] words = line.strip().split(" ");
            for (int i = 1; i < words.length; i++) {
                map.put(words[i], Trait.valueOf(words[0]));
            }
        });
        return Map.copyOf(map);
    }

    private static Map<String, String[]> exonyms(String table) {
        Map<String, String[]> map = new HashMap<>();
        table.lines().forEach(line -> {
            String[] sides = line.strip().split(" = ");
            for (String name : sides[0].split(" ")) {
                map.put(name, sides[1].split(" "));
            }
        });
        return Map.copyOf(map);
    }

    static boolean saysNothing(String word) {
        return SAYS_NOTHING.contains(word);
    }

    static boolean isCommon(String word) {
        return COMMON.contains(word);
    }

    /** Null for a word of a name. */
    static @Nullable Trait findTrait(String word) {
        return TRAITS.get(word);
    }

    /** The words of the name that we go by; the word itself for most. */
    static String[] ownName(String word) {
        return EXONYMS.getOrDefault(word, new String[] {word});
    }

    /** Whether one says east, say, and the other west. */
    static boolean contradict(Set<Trait> one, Set<Trait> other) {
        return OPPOSITES.stream().anyMatch(pair -> {
            boolean oneHasBoth = one.containsAll(pair);
            boolean otherHasBoth = other.containsAll(pair);
            return !oneHasBoth
                    && !otherHasBoth
                    && pair.stream().anyMatch(one::contains)
                    && pair.stream().anyMatch(other::contains)
                    && pair.stream().noneMatch(side -> one.contains(side) && other.contains(side));
        });
    }
}
