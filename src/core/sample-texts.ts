/** A day's reading to look at, in both languages: verse, a nested list with a diagram, a link with a note alone. All of it our own words. */

export interface SampleText {
  url: string;
  title: string;
  site: string;
  /** Markdown, or empty. */
  quote: string;
  note: string;
  tags: string[];
  /** When it was saved, `HH:MM`. */
  time: string;
}

const VERSE_EN = `The lamplighter comes when the windows turn blue,
with a ladder, a match, and the whole street to do;
\u00a0\u00a0\u00a0\u00a0he knows every lamp by the name of its door,
\u00a0\u00a0\u00a0\u00a0and he never lights fewer, and never lights more.

And when he is gone, and the pavement is bright,
there is nothing to show he was here but the light.`;

const RAIN_EN = `Rain that falls on a hill has three ways to go:

- over the ground
  - into ditches and brooks, within the hour
  - faster where the soil is bare
- through the soil
  - some of it is drunk by roots on the way
  - the rest comes out as springs, weeks later
- back into the air

\`\`\`
      ' ' ' rain ' ' '
      ' ' ' ' ' ' ' '             ^    ^    ^
      ' ' ' ' ' ' ' '             |    |    |
       ____________               |  vapour |
   ___/            \\___           |    |    |
  /   soil . . . . .   \\____       _____________
 / . . . . . . . . . . . .  \\_____/ ~ ~ river ~ \\
/ . . . . \`-----------------> spring ~ ~ ~ ~ ~ ~ ~
#################### rock ##########################
\`\`\``;

const ENGLISH: SampleText[] = [
  {
    url: 'https://example.org/evening-verse/the-lamplighter',
    title: 'The lamplighter’s round',
    site: 'Evening Verse',
    quote: VERSE_EN,
    note: 'To learn by heart before winter.',
    tags: ['poems', 'evening'],
    time: '08:41',
  },
  {
    url: 'https://example.org/field-notes/where-the-rain-goes',
    title: 'Where the rain goes',
    site: 'Field Notes',
    quote: RAIN_EN,
    note: 'So this is why the brook at home runs on for days after the rain.',
    tags: ['nature', 'water'],
    time: '12:20',
  },
  {
    url: 'https://en.wikipedia.org/wiki/Commonplace_book',
    title: 'Commonplace book',
    site: 'Wikipedia',
    quote: '',
    note: 'Readers have kept these for centuries: passages worth keeping, and a word of one’s own beside each. *This page is one.*',
    tags: ['reading'],
    time: '21:37',
  },
];

const VERSE_FR = `Quand les vitres bleuissent, il arrive à pas lents,
une échelle, une mèche, et la rue qui l’attend ;
\u00a0\u00a0\u00a0\u00a0il connaît chaque lampe au nom de sa maison
\u00a0\u00a0\u00a0\u00a0et n’en oublie aucune, en aucune saison.

Et lorsqu’il est parti, dans la rue qui reluit,
il ne reste de lui que ce peu de clarté dans la nuit.`;

const RAIN_FR = `La pluie qui tombe sur une colline a trois chemins :

- sur le sol
  - vers les fossés et les ruisseaux, dans l’heure
  - plus vite là où la terre est nue
- à travers le sol
  - une part est bue en route par les racines
  - le reste ressort par les sources, des semaines après
- le retour dans l’air

\`\`\`
      ' ' ' pluie ' ' '
      ' ' ' ' ' ' ' '             ^    ^    ^
      ' ' ' ' ' ' ' '             |    |    |
       ____________               |  vapeur |
   ___/            \\___           |    |    |
  /   sol  . . . . .   \\____       _____________
 / . . . . . . . . . . . .  \\_____/ ~ rivière ~ \\
/ . . . . \`-----------------> source ~ ~ ~ ~ ~ ~ ~
#################### roche #########################
\`\`\``;

const FRENCH: SampleText[] = [
  {
    url: 'https://example.org/vers-du-soir/l-allumeur',
    title: 'La ronde de l’allumeur',
    site: 'Vers du soir',
    quote: VERSE_FR,
    note: 'À savoir par cœur avant l’hiver.',
    tags: ['poèmes', 'soir'],
    time: '08:41',
  },
  {
    url: 'https://example.org/carnets/ou-va-la-pluie',
    title: 'Où va la pluie',
    site: 'Carnets de terrain',
    quote: RAIN_FR,
    note: 'Voilà pourquoi le ruisseau, chez nous, coule encore des jours après la pluie.',
    tags: ['nature', 'eau'],
    time: '12:20',
  },
  {
    url: 'https://fr.wikipedia.org/wiki/Floril%C3%A8ge',
    title: 'Florilège',
    site: 'Wikipédia',
    quote: '',
    note: 'On en tient depuis des siècles : des passages à garder et, à côté de chacun, un mot à soi. *Cette page en est un.*',
    tags: ['lecture'],
    time: '21:37',
  },
];

export const SAMPLE_TEXTS: { en: SampleText[]; fr: SampleText[] } = { en: ENGLISH, fr: FRENCH };
