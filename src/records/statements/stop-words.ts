/** Words that say nothing of what a sentence is about: English, German, French. */
export const stopWords = new Set(
  `a an the and or but nor so yet if then than that this these those there here it its it's is are was were be been being am i i'm we we're we've
  they they're they've them their theirs us our ours you your yours he she him her his hers who whom whose which what when where why how all any both
  each few more most other some such no not only own same too very can could will would shall should may might must do does did doing done have has had
  having of at by for with about against between into through during before after above below to from up down in out on off over under again further
  once just also as because until while now new old still already even ever never always often one two first last next much many little lot lots bit
  get gets got getting go goes going went come comes came coming make makes made making take takes took taking put puts say says said saying tell tells
  told see sees saw seen know knows knew want wants wanted need needs needed like likes think thinks thought let lets keep keeps give gives gave
  given use uses used using thing things way ways back well really quite rather per via than i'll we'll i'd we'd that's there's he's she's what's
  don't doesn't didn't won't isn't aren't wasn't can't couldn't wouldn't today yesterday tomorrow day days week weeks month months year years
  side people team teams everyone everybody someone somebody anything something nothing everything re mr mrs ms dr
  der die das den dem des ein eine einer eines einem einen und oder aber nicht ist sind war waren sein wird werden wurde haben hat hatte ich wir sie
  er es ihr uns euch mit von zu zum zur im in am an auf aus bei für über nach vor bis als auch noch nur schon sehr wie was wer wo wenn dass
  le la les un une des du de et ou mais ne pas est sont était être avoir a ont nous vous ils elles il elle je tu on avec pour par sur dans en au aux
  que qui quoi dont où ce cette ces son sa ses leur leurs plus très`.split(/\s+/),
)
