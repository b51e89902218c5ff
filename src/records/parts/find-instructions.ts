/** Marks by which models part their own texts from others'. */
const special =
  /<\|[\w ]{2,30}\|>|\[\/?INST\]|<<\/?SYS>>|<\/?(?:system|assistant|instructions?|system_prompt|user_query|function_calls?|tool_(?:use|call|result)s?)\s*>/i

const old = '(?:previous|prior|above|earlier|preceding|foregoing|existing|original|initial|system|given)'
const rules = '(?:instructions?|prompts?|directives?|guidelines|guardrails|rules|commands)'

/** What is said to a model and hardly ever to a person. */
const addressed: RegExp[] = [
  new RegExp(
    `\\b(?:ignor(?:e|ing)|disregard(?:ing)?|forget|override|bypass|do not follow|don['’]t follow|stop following)\\b (?:(?:all|any|every|each|of|the|your|these|those|other) ){0,4}(?:${old} (?:and \\w+ )?){1,2}${rules}\\b(?! (?:for|about|on|regarding|concerning|from) )`,
  ),
  new RegExp(
    `\\b(?:ignore|disregard|forget|override|bypass) (?:all|any|every) (?:of )?(?:your |the |its )?(?:\\w+ )?(?:${rules})\\b`,
  ),
  /\b(?:ignore|disregard|forget) (?:everything|all|anything) (?:(?:that )?(?:was |is )?(?:above|before this|said before|written above)|you (?:were|have been|are) told)\b/,
  /\byou are (?:now |actually |really )?(?:an? |the )?(?:\w+ ){0,2}(?:ai|language|llm) (?:assistant|model|agent|bot)\b/,
  /\byou are (?:now )?(?:chatgpt|dan\b|in developer mode|no longer bound|jailbroken|unrestricted)/,
  /\b(?:reveal|print|output|show|repeat|leak|display|disclose|share|send|give)\b.{0,30}\b(?:system prompt|system message|hidden prompt|your (?:initial |original |hidden |secret )?(?:instructions|prompt))\b/,
  /^\W*(?:begin |new |updated |end of )?(?:system|hidden|developer) (?:prompt|instructions?|override|directive|message)\b\s*[:\])>-]/,
  /\b(?:attention|note to|message (?:to|for)|instructions? (?:to|for)|dear|hey|hello|listen),? (?:an? |the |any |all |every )?(?:ai|llms?|language models?|chatbots?|chatgpt|ai (?:assistants?|models?|agents?)|assistant)\b/,
  /\bif you(?:['’]re| are) (?:an? |any )?(?:ai|llm|language model|chatbot|automated assistant|ai (?:assistant|model|agent))\b/,
  /\b(?:do not|don['’]t|never) (?:tell|inform|mention (?:this |it )?to|alert|warn|notify) the (?:user|human|operator)\b/,
  /\bfrom now on,? (?:you (?:must |will |should )?(?:only )?(?:act|answer|respond|reply|pretend|behave|obey)|act as|respond only|pretend|obey)\b/,
  /\bpretend (?:that )?(?:you are|to be|you['’]re) (?:an? |the |my )/,
  /\bact as (?:if you (?:were|are|had)|an? (?:unrestricted|unfiltered|different|ai|evil))\b/,
  /\b(?:when|while|if) (?:you )?(?:summari[sz]e|summari[sz]ing|asked to summari[sz]e)\b.{0,60}\b(?:say|state|write|claim|tell|always|never|recommend|omit|leave out|do not|don['’]t)\b/,
  /\b(?:ignorier(?:e|en|t)?(?: sie)?|vergiss|vergessen sie|missachte(?:n sie)?)\b (?:bitte )?(?:(?:alle|alles|sämtliche|die|deine|ihre|jegliche|meine) ){0,3}(?:vorherigen?|bisherigen?|obigen?|vorangegangenen|vorangehenden|früheren|vorigen|ursprünglichen)(?: (?:system)?-?(?:anweisung(?:en)?|instruktion(?:en)?|befehle?|regeln|vorgaben|prompts?))\b(?! (?:zu|zur|zum|für|bezüglich) )/,
  /\b(?:ignorier(?:e|en|t)?(?: sie)?|vergiss|vergessen sie) (?:alle|sämtliche|jegliche) (?:deine |ihre )?(?:anweisungen|instruktionen|regeln|vorgaben)\b/,
  /\bdu bist (?:(?:jetzt|nun|ab jetzt|ab sofort) )?(?:eine? |kein[e]? )?(?:\p{L}+ ){0,1}(?:ki|ki-\p{L}+|sprachmodell|chatbot|ki assistent)(?![\p{L}-])/u,
  /\b(?:zeige?|gib|verrate|nenne|wiederhole)\b.{0,30}(?:\bsystem-?prompt|\bdeine (?:system)?(?:anweisungen|instruktionen)\b)/,
  /\bab (?:jetzt|sofort) (?:antworte|antwortest|sprich|sprichst|verhalte|verhältst|gehorche|gehorchst|handelst)\b/,
  /\b(?:ignore[zr]?|oublie[zr]?|ne (?:tiens|tenez) (?:pas|plus) compte(?: de[s]?)?|fais abstraction(?: de[s]?)?)\b (?:(?:toutes?|tous|les?|tes|vos|de|ces) ){0,3}(?:instructions?|consignes?|directives?|règles) (?:précédente?s?|antérieure?s?|ci-dessus|initiales|du système|système)(?![\p{L}])(?! (?:concernant|pour|sur|relatives?) )/u,
  /\btu es (?:(?:maintenant|désormais) )?(?:une? )(?:\p{L}+ ){0,1}(?:assistant ia|ia|modèle de langage|chatbot)(?![\p{L}])/u,
  /(?<![\p{L}])(?:révèle|affiche|montre|donne|répète)[rz]?\b.{0,30}(?:prompt système|(?:tes|vos) (?:instructions|consignes) (?:système|initiales|secrètes|cachées))/u,
  /\b(?:ignora|olvida|ignore|ignorez|esqueça|dimentica|negeer|vergeet)\b.{0,20}(?:instrucciones|instruções|istruzioni|instructies)\b.{0,20}(?:anteriores|previas|precedenti|hierboven)/,
  /\bnegeer (?:alle )?(?:eerdere|vorige|bovenstaande) (?:instructies|opdrachten)\b/,
  /(?:忽略|无视|忘记|無視).{0,8}(?:之前|以上|上述|先前|所有|前面).{0,6}(?:指令|指示|提示|规则)/,
  /(?:これまで|以前|上記|前|すべて).{0,6}の?(?:指示|命令|プロンプト).{0,4}(?:無視|忘れ)/,
]

/** A cheap look: most texts hold none of these words. */
const hint =
  /ignor|disregard|forget|overrid|bypass|follow|you(?:['’]re| are)|prompt|instruct|system|\bai\b|llm|model|chatbot|chatgpt|assistant|the (?:user|human|operator)|from now on|pretend|act as|summari|vergiss|vergessen|missacht|du bist|anweisung|ab (?:jetzt|sofort)|oubli|compte|abstraction|tu es|consigne|olvida|dimentica|esqueça|negeer|vergeet|忽略|无视|忘|無視|[<[]/i

/** And what would then be spoken of or to; without any of these, the patterns need not even be compiled. */
const matter =
  /instruct|prompt|directive|guideline|guardrail|\brules?\b|commands?\b|everything|anything|\bai\b|llm|language model|chatbot|chatgpt|assistant|jailbroken|unrestricted|unfiltered|developer mode|no longer bound|\bdan\b|pretend|act as|from now on|the user|the human|operator|system message|override|summari|anweisung|instruktion|befehl|regeln|vorgaben|sprachmodell|\bki\b|ki-|ab jetzt|ab sofort|consigne|directive|règle|\bia\b|modèle de langage|instruc|instruç|istruz|opdracht|指令|指示|提示|规则|命令|プロンプト|[<[]/i

/** Of a text that is longer, in letters, the beginning is looked at. */
const longest = 4_000

/** Whether a text of somebody else's reads as if it told a model what to do. It only judges words: such a text stays what it is, data. */
export function readsLikeInstruction(text: string): boolean {
  const said = text.slice(0, longest)
  if (!hint.test(said) || !matter.test(said)) return false
  const plain = said
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[*_`"“”„«»]+/g, '')
    .replace(/\s+/g, ' ')
  return special.test(said) || addressed.some((pattern) => pattern.test(plain))
}
