import { seeded } from '../../../bench/generate.ts'

const head = (name: string, currency: string) =>
  `---\nname: ${name}\nowner: priya-raman\namount: 84000\ncurrency: ${currency}\nstage: negotiation\nclose_date: 2026-12-18\nprimary_contact: jo-park\ncompetitors: [lumenfold]\nnext_step_date: 2026-11-24\n---`

/** Prose as it stands in mails and notes of sellers, one sentence each. */
const prose: Record<string, string[]> = {
  english: [
    'Thanks again for making the time yesterday.',
    'We went through the budget for next year and agreed that I would send the final quote by Thursday.',
    'Dana wants to see the running costs on one page before she signs anything.',
    "Procurement needs the order form two weeks before the plant shutdown, so the 4th is the last day that works; don't push it.",
    'Marcus is still worried about opening a port, and I promised fixed addresses and a drawing of the network.',
    "We're at 84,000 dollars for the first year, and she asked whether it can be split into two invoices (January, July).",
    'The pilot found three late tables nobody knew of, which helped more than any slide.',
    'Lumenfold is 20 % cheaper, but they want an agent beside each source.',
    'Could you confirm the number of seats before Friday?',
    'Notice has to be given ninety days before the contract ends on 2027-03-31.',
  ],
  german: [
    'Vielen Dank für das Gespräch gestern.',
    'Wir haben über das Budget für das nächste Jahr gesprochen und vereinbart, dass wir das endgültige Angebot bis Donnerstag schicken.',
    'Frau Brandt kann bis 50.000 Euro selbst unterschreiben, darüber entscheidet die Geschäftsführung.',
    'Der Betriebsrat muss zustimmen, bevor Auswertungen pro Schicht eingeschaltet werden.',
    'Die Fehlalarme im Oktober haben Vertrauen gekostet, seit der Umstellung der Schwellwerte ist Ruhe.',
    'Können Sie bestätigen, dass die Kündigungsfrist am 30. November abläuft?',
    'Der Wettbewerber ist günstiger, verlangt aber eine Installation auf jedem Rechner im Werk.',
    'Herr Yıldız möchte zwei Varianten sehen, eine mit und eine ohne Schulung.',
    'Ich melde mich am Montag mit den fehlenden Unterlagen für den Einkauf.',
  ],
  french: [
    "Merci beaucoup pour la réunion d'hier.",
    "Nous avons parlé du budget de l'année prochaine et convenu d'envoyer l'offre définitive avant jeudi.",
    "La directrice financière souhaite voir les coûts d'exploitation avant de signer le contrat.",
    "L'essai commencera la première semaine de décembre avec l'équipe données de Lyon.",
    "Pouvez-vous confirmer le nombre d'utilisateurs ?",
    "Le client est satisfait de l'assistance, mais il s'inquiète des délais de mise en œuvre et de la sécurité.",
    'Le concurrent propose un prix plus bas, sans les chargements de nuit.',
    'Je vous rappelle lundi pour régler les derniers points avec le service achats.',
  ],
  spanish: [
    'Muchas gracias por la reunión de ayer.',
    'Hablamos del presupuesto del próximo año y acordamos enviar la oferta definitiva antes del jueves.',
    'La directora financiera quiere ver los costes de operación antes de firmar el contrato.',
    'La prueba empezará la primera semana de diciembre con el equipo de datos de Sevilla.',
    '¿Puede confirmar el número de usuarios?',
    'El cliente está contento con el soporte, pero le preocupan los plazos de implantación y la seguridad.',
    'La competencia ofrece un precio más bajo, sin las cargas nocturnas.',
    'Le llamaré el lunes para cerrar los últimos puntos con compras.',
  ],
  polish: [
    'Bardzo dziękuję za wczorajsze spotkanie.',
    'Rozmawialiśmy o budżecie na przyszły rok i uzgodniliśmy, że ostateczną ofertę wyślemy do czwartku.',
    'Dyrektor finansowa chce zobaczyć koszty utrzymania przed podpisaniem umowy.',
    'Pilotaż zaczniemy w pierwszym tygodniu grudnia z zespołem danych w Poznaniu.',
    'Czy mogą Państwo potwierdzić liczbę użytkowników?',
    'Klient jest zadowolony ze wsparcia, ale martwi się o termin wdrożenia i bezpieczeństwo.',
    'Konkurencja proponuje niższą cenę, ale bez nocnych załadunków.',
    'Zadzwonię w poniedziałek, żeby domknąć sprawy z działem zakupów.',
  ],
  turkish: [
    'Dünkü toplantı için çok teşekkür ederim.',
    'Gelecek yılın bütçesini konuştuk ve son teklifi perşembe gününe kadar göndermeye karar verdik.',
    'Mali işler müdürü sözleşmeyi imzalamadan önce işletme maliyetini görmek istiyor.',
    "Denemeye aralık ayının ilk haftasında İzmir'deki veri ekibiyle başlayacağız.",
    'Kullanıcı sayısını onaylayabilir misiniz?',
    'Müşteri destekten memnun ama kurulum süresi ve güvenlik konusunda endişeli.',
    'Rakip firma daha düşük bir fiyat veriyor, ancak gece yüklemelerini kapsamıyor.',
    'Satın alma birimiyle son konuları kapatmak için pazartesi günü arayacağım.',
  ],
}

const foreign: Record<string, string[]> = {
  japanese: [
    '昨日はお忙しい中、お打ち合わせのお時間をいただきありがとうございました。',
    '来年度の予算について、佐藤様のご意見を伺えて大変参考になりました。',
    '木曜日までに最終のお見積りをお送りいたします。',
    '森部長は契約前に運用コストを確認したいとのことです。',
    '12月第1週から名古屋工場のデータチームと試験導入を始める予定です。',
    'ご利用人数は現在のところ45名でよろしいでしょうか。',
  ],
  chinese: [
    '感谢您昨天抽出时间开会。',
    '我们讨论了明年的预算，并同意在星期四之前发送最终报价。',
    '财务总监希望在签合同之前看到运营成本。',
    '我们将在十二月第一周与上海的数据团队一起开始试用。',
    '客户对技术支持很满意，但是担心实施时间和数据安全。',
    '竞争对手的报价低百分之二十，我们需要说明三年的总成本。',
  ],
  korean: [
    '어제 회의에 시간을 내주셔서 감사합니다.',
    '내년 예산에 대해 논의했고 목요일까지 최종 견적서를 보내드리기로 했습니다.',
    '재무 이사님은 계약 전에 운영 비용을 확인하고 싶어 하십니다.',
    '12월 첫째 주에 서울 데이터팀과 시범 운영을 시작할 예정입니다.',
    '고객은 기술 지원에 만족하지만 도입 기간과 보안을 걱정하고 있습니다.',
  ],
  russian: [
    'Большое спасибо за вчерашнюю встречу.',
    'Мы обсудили бюджет на следующий год и договорились отправить окончательное предложение в четверг.',
    'Финансовый директор хочет увидеть стоимость эксплуатации до подписания договора.',
    'Пилот начнём в первую неделю декабря вместе с командой данных в Казани.',
    'Клиент доволен поддержкой, но его беспокоят сроки внедрения и безопасность.',
  ],
  arabic: [
    'شكرا جزيلا على اجتماع الأمس.',
    'ناقشنا الميزانية للعام القادم واتفقنا على إرسال العرض النهائي يوم الخميس.',
    'المدير المالي يريد أن يرى تكلفة التشغيل قبل توقيع العقد.',
    'العميل راض عن الدعم الفني لكنه قلق بشأن مدة التنفيذ والأمان.',
  ],
  hebrew: [
    'תודה רבה על הפגישה אתמול.',
    'דיברנו על התקציב לשנה הבאה והסכמנו לשלוח את ההצעה הסופית ביום חמישי.',
    'מנהלת הכספים רוצה לראות את עלות התפעול לפני חתימת החוזה.',
    'הלקוח מרוצה מהתמיכה אבל מודאג מזמן ההטמעה.',
  ],
  hindi: [
    'कल की बैठक के लिए बहुत धन्यवाद।',
    'हमने अगले साल के बजट पर चर्चा की और गुरुवार को अंतिम प्रस्ताव भेजने पर सहमति जताई।',
    'वित्त निदेशक अनुबंध पर हस्ताक्षर करने से पहले परिचालन लागत देखना चाहते हैं।',
  ],
  thai: [
    'ขอบคุณมากสำหรับการประชุมเมื่อวานนี้',
    'เราได้หารือเรื่องงบประมาณสำหรับปีหน้าและตกลงที่จะส่งใบเสนอราคาสุดท้ายในวันพฤหัสบดี',
    'ผู้อำนวยการฝ่ายการเงินต้องการดูต้นทุนการดำเนินงานก่อนลงนามในสัญญา',
  ],
}

const lower = 'abcdefghijklmnopqrstuvwxyz'
const base64 = `${lower.toUpperCase()}${lower}0123456789+/`

type Draw = { chance: () => number; pick: <T>(list: ArrayLike<T>) => T; letters: (from: string, count: number) => string }

const made: Record<string, (draw: Draw) => string> = {
  code: ({ pick, chance }) =>
    `${pick(['export ', '', 'async '])}function ${pick(['readRows', 'findDeal', 'sumOf', 'toJSON'])}(${pick(['input: string', 'rows, n = 0', ''])}) {\n  if (${pick(['row.amount', 'n', '!list.length'])} ${pick(['>', '===', '<='])} ${Math.floor(chance() * 500)}) return ${pick(['undefined', '[...rows]', '`${a}-${b}`'])}\n}`,
  json: ({ pick, chance, letters }) =>
    `{ "id": "${letters('0123456789abcdef', 12)}", "name": "${pick(['Acme', 'Globex GmbH', 'Initech'])}", "amount": ${Math.floor(chance() * 1e6)}, "open": ${chance() > 0.5}, "tags": ["a", "b-${letters(lower, 4)}"] },`,
  csv: ({ pick, chance }) =>
    `${Math.floor(chance() * 1e5)},${pick(['Acme', '"Globex, Inc."', 'Initech'])},2026-0${1 + Math.floor(chance() * 9)}-1${Math.floor(chance() * 9)},${(chance() * 1e5).toFixed(2)},${pick(['EUR', 'USD'])},${pick(['won', 'lost', 'open'])}`,
  urls: ({ pick, letters }) =>
    `https://${pick(['app', 'www', 'docs'])}.example.com/${pick(['deals', 'accounts', 'd'])}/${[8, 4, 4, 4, 12].map((n) => letters('0123456789abcdef', n)).join('-')}?${letters(lower, 4)}=${letters('0123456789', 7)}`,
  base64: ({ letters }) => letters(base64, 76),
  'one base64': ({ letters }) => letters(base64, 4000),
  letters: ({ chance, letters }) => letters(lower, 1 + Math.floor(chance() * 14)),
  paths: ({ pick, letters }) =>
    `${Math.floor(Math.abs(letters(lower, 1).charCodeAt(0) * 3))} customers/${pick(['acme', 'halden', 'veldhuis-belgie', 'kitano'])}/activities/2026-10-29-1030-email-${pick(['the-numbers-you-asked-for', 'half-year-in-oslo', 're-zwei-varianten'])}-${letters(lower, 4)}.md:14`,
  emoji: ({ pick, chance }) =>
    `${pick(['😀', '🎉', '👍', '🚀', '✅', '📈', '🤝', '🙏', '🔥', '💡'])}${chance() < 0.4 ? ' ' : pick(['ok ', ''])}`,
  'repeated a': () => 'a'.repeat(3000),
}

const drawFrom = (chance: () => number): Draw => {
  const pick = <T>(list: ArrayLike<T>) => list[Math.floor(chance() * list.length)]!
  return { chance, pick, letters: (from, count) => Array.from({ length: count }, () => pick(from)).join('') }
}

/** How far the estimate may lie above o200k: prose in Latin letters with front matter, and everything else. */
const [near, far] = [0.15, 0.4]

export type Corpus = { name: string; most: number; make: (seed: number) => string }

/** Texts of at least 1,000 tokens of every kind a workspace may hold. */
export const corpora: Corpus[] = [
  ...Object.entries(prose).map(([name, sentences]) => ({
    name,
    most: near,
    make: (seed: number) => notes(seed, sentences, head('Pilot', 'EUR')),
  })),
  ...Object.entries(foreign).map(([name, sentences]) => ({
    name,
    most: far,
    make: (seed: number) => notes(seed, sentences, ''),
  })),
  ...Object.entries(made).map(([name, line]) => ({
    name,
    most: far,
    make: (seed: number) => {
      const draw = drawFrom(seeded(seed))
      const lines: string[] = []
      for (let length = 0; length < 9000; length += lines.at(-1)!.length) lines.push(line(draw))
      return lines.join(name === 'emoji' ? '' : name === 'letters' ? ' ' : '\n')
    },
  })),
]

function notes(seed: number, sentences: readonly string[], front: string): string {
  const { pick, chance } = drawFrom(seeded(seed))
  const paragraphs: string[] = []
  for (let length = 0; length < 6500; length += paragraphs.at(-1)!.length)
    paragraphs.push(Array.from({ length: 1 + Math.floor(chance() * 4) }, () => pick(sentences)).join(' '))
  return `${front}\n${paragraphs.join('\n\n')}\n`
}
